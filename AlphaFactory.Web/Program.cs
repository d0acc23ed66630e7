using AlphaFactory.Web.Verbs;

return await CommandLine.RunAsync(args);
