using HemC101.Tracking.Web;

return await Site.RunAsync(args);

/// <summary>The entry point, public so that tests can host the application.</summary>
public partial class Program;
