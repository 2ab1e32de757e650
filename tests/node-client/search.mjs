// Searches a running server for talks and gets the first one, knowing nothing of it but its address: the contract
// comes through reflection. Prints one JSON object {total, titles, talk}.
// usage: node search.mjs HOST:PORT QUERY
import grpc from '@grpc/grpc-js';
import protoLoader from '@grpc/proto-loader';
import { fileURLToPath } from 'node:url';

const deadline = () => ({ deadline: Date.now() + 20_000 });
const asWritten = { longs: String, enums: String, defaults: true };

// The file descriptors of a service and of all it imports, as reflection answers them.
function describe(target, symbol) {
  const definition = protoLoader.loadSync(fileURLToPath(new URL('reflection.proto', import.meta.url)), { keepCase: true });
  const { ServerReflection } = grpc.loadPackageDefinition(definition).grpc.reflection.v1;
  const client = new ServerReflection(target, grpc.credentials.createInsecure());
  return new Promise((resolve, reject) => {
    const call = client.ServerReflectionInfo(deadline());
    call.on('data', (answer) => {
      call.end();
      client.close();
      return answer.error_response
        ? reject(new Error(answer.error_response.error_message))
        : resolve(answer.file_descriptor_response.file_descriptor_proto);
    });
    call.on('error', reject);
    call.write({ file_containing_symbol: symbol });
  });
}

// A FileDescriptorSet is its files one after the other, each as field 1 with its length before it.
function descriptorSet(files) {
  const parts = files.flatMap((file) => {
    const head = [0x0a];
    let length = file.length;
    for (; length > 0x7f; length >>>= 7) {
      head.push((length & 0x7f) | 0x80);
    }
    head.push(length);
    return [Buffer.from(head), file];
  });
  return Buffer.concat(parts);
}

function call(client, method, request) {
  return new Promise((resolve, reject) => {
    client[method](request, deadline(), (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

const [target, query] = process.argv.slice(2);
if (!target || !query) {
  console.error('usage: node search.mjs HOST:PORT QUERY');
  process.exit(2);
}

const files = await describe(target, 'recap.v1.TalkSearchService');
const definition = protoLoader.loadFileDescriptorSetFromBuffer(descriptorSet(files), asWritten);
const { TalkSearchService } = grpc.loadPackageDefinition(definition).recap.v1;
const client = new TalkSearchService(target, grpc.credentials.createInsecure());
const found = await call(client, 'SearchTalks', { query, page_size: 3 });
const talk = found.hits.length > 0 ? await call(client, 'GetTalk', { name: found.hits[0].talk.name }) : null;
client.close();
console.log(JSON.stringify({ total: found.total_size, titles: found.hits.map((hit) => hit.talk.title), talk }));
