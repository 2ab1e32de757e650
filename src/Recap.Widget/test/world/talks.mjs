/** Talks that the service of the tests knows. */
const told = [
  ['karpenter-in-anger', 'Karpenter in Anger: Consolidation Without Tears', 'Maëlle Kerguénou', 'Halyard Commerce', 'NativeHarbor 2025', 'L’autoscaling des nœuds, sans larmes : Karpenter calcule les types d’instance.'],
  ['beyond-cpu', 'Beyond CPU: Scaling on What Your Users Feel with KEDA', 'Solal Bredin', 'Girouette', 'NativeHarbor 2025', 'KEDA branche l’autoscaling sur la file d’attente et sur la latence.'],
  ['ebpf-everywhere', 'eBPF Everywhere, Even Where You Did Not Ask', 'Awa Lindqvist', 'Brise-Lames', 'NativeHarbor 2025', 'Des sondes eBPF dans le noyau, avec Cilium et Hubble.'],
  ['cilium-at-sea', 'Cilium at Sea', 'Eliott Vasquez', 'Brise-Lames', 'DevCormoran 2024', 'Le réseau d’un navire, tenu par Cilium et eBPF.'],
  ['kafka-without-zookeeper', 'Kafka Without ZooKeeper', 'Zélie Marchetti', 'Halage', 'Cime Conf 2024', 'KRaft en production, une migration racontée heure par heure.'],
  ['otel-for-the-tired', 'OpenTelemetry for the Tired', 'Inès Castaldi', 'Girouette', 'Sondes et Traces 2025', 'L’observabilité sans tout instrumenter à la main.'],
  ['postgres-autoscaling', 'Postgres et l’autoscaling : amis ?', 'Kwame Ossei', 'Halage', 'Cime Conf 2024', 'Dimensionner une base quand tout le reste bouge.'],
  ['boring-keynote', 'The boring keynote', 'Philomène Castaing', 'Tramways du Val', 'Cime Conf 2024', 'Trois jetons d’ennui par an et par équipe.', 'TALK_KIND_KEYNOTE'],
];

export const site = 'https://carnet.example/posts/jour-1/';

export const talks = told.map(([id, title, speaker, organization, event, text, kind]) => ({
  name: `talks/jour-1~${id}`,
  title,
  speakers: [{ displayName: speaker, organization }],
  kind: kind ?? 'TALK_KIND_TALK',
  event: { displayName: event },
  uri: `${site}#${id}`,
  text,
}));

/** Names that end in the same way as their anchors. */
export const talkOf = (id) => talks.find((talk) => talk.name.endsWith(`~${id}`));
