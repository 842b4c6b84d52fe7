using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;

namespace HemC101.Tracking.Web.People;

/// <summary>
/// What session cookies hold, opened once and not with every request: the same text holds the same ticket, even when the key ring was taken
/// away meanwhile or its key revoked: whoever revokes a key starts the site again. Whether it is still good is asked elsewhere, each time: its
/// age by the handler, its session in the database.
/// </summary>
internal sealed class KnownTickets(ISecureDataFormat<AuthenticationTicket> sealing) : ISecureDataFormat<AuthenticationTicket>
{
    /// <summary>Of some kilobytes each. A session in use has a new cookie every few minutes, so that sixty of them come to this in half an hour.</summary>
    private const int MostKept = 500;

    private readonly ConcurrentDictionary<string, AuthenticationTicket> _opened = new(StringComparer.Ordinal);

    public string Protect(AuthenticationTicket data) => sealing.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => sealing.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

    /// <returns>With properties of the caller's own; null for what the key ring has not sealed.</returns>
    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null || purpose is not null)
        {
            return sealing.Unprotect(protectedText, purpose);
        }

        if (!_opened.TryGetValue(protectedText, out var ticket))
        {
            if (sealing.Unprotect(protectedText) is not { } opened)
            {
                return null;
            }

            Keep(protectedText, ticket = opened);
        }

        return new(ticket.Principal, ticket.Properties.Clone(), ticket.AuthenticationScheme);
    }

    private void Keep(string protectedText, AuthenticationTicket ticket)
    {
        if (_opened.Count >= MostKept)
        {
            _opened.Clear();
        }

        _opened[protectedText] = ticket;
    }
}
