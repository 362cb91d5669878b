System.Console.WriteLine(typeof(Azure.Data.Tables.TableClient).Assembly);
