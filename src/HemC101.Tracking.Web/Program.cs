using HemC101.Tracking.Storage;
using HemC101.Tracking.Web.People;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(_ =>
{
    var path = builder.Configuration["Database:Path"] ?? "hemc101.db";
    Migrator.Migrate(path);
    return new Database(path);
});
builder.Services.AddPeople(builder.Configuration);

var app = builder.Build();
app.UsePeople();
app.MapRazorPages();
await app.RunAsync();
