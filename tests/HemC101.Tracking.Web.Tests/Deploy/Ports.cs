using System.Net;
using System.Net.Sockets;

namespace HemC101.Tracking.Web.Tests.Deploy;

/// <summary>Ports of this machine.</summary>
internal static class Ports
{
    public static async Task<NetworkStream> ConnectAsync(int port, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static async Task<bool> AnswersAsync(int port, CancellationToken ct)
    {
        try
        {
            await using var connection = await ConnectAsync(port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
