Console.WriteLine("recap");
