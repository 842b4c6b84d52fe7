using HemC101.Tracking.Web.People;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddPeople(builder.Configuration);

var app = builder.Build();
app.UsePeople();
app.MapRazorPages();
await app.RunAsync();
