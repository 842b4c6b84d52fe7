using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace HemC101.Tracking.Storage.Tests;

/// <summary>A test that needs a PostgreSQL server and is skipped for want of one.</summary>
public sealed class WithoutServer : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("Called when a test case is read back from its text.")]
    public WithoutServer()
    {
    }

    private WithoutServer(IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method)
        : base(messages, options.MethodDisplayOrDefault(), options.MethodDisplayOptionsOrDefault(), method)
    {
    }

    /// <returns>Null when the test can run, or must not be skipped.</returns>
    public static WithoutServer? Find(IMessageSink messages, ITestFrameworkDiscoveryOptions options, ITestMethod method) =>
        PostgresFixture.Missing is not null
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))
        && method.TestClass.Class.Interfaces.Any(i => i.ToRuntimeType() == typeof(IClassFixture<PostgresFixture>))
            ? new(messages, options, method)
            : null;

    protected override string? GetSkipReason(IAttributeInfo factAttribute) => PostgresFixture.Missing;
}
