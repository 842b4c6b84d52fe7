using Xunit.Sdk;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>
/// A fact of a contract, run on every kind of database. On PostgreSQL without a server it is skipped at a desk and fails where <c>CI</c> is set.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("HemC101.Tracking.Storage.Tests.StorageFactDiscoverer", "HemC101.Tracking.Storage.Tests")]
public sealed class StorageFactAttribute : FactAttribute;

[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer("HemC101.Tracking.Storage.Tests.StorageTheoryDiscoverer", "HemC101.Tracking.Storage.Tests")]
public sealed class StorageTheoryAttribute : TheoryAttribute;
