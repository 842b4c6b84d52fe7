using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using HemC101.Tracking.Ledger;

namespace HemC101.Tracking.Storage.Copying;

/// <summary>One row as bytes that are the same on both databases when, and only when, all its values are. Holds one row at a time.</summary>
internal sealed class RowForm
{
    private readonly ArrayBufferWriter<byte> _form = new();

    /// <summary>The bytes of the row; good until the next one.</summary>
    public ReadOnlySpan<byte> Bytes => _form.WrittenSpan[Digest.Size..];

    /// <summary>Over this row and all before it.</summary>
    public Digest Hash => Digest.Of(_form.WrittenSpan);

    /// <param name="row">Its values in the order of the columns.</param>
    /// <param name="before">The hash of the row before.</param>
    public void Write(object?[] row, Digest before)
    {
        _form.ResetWrittenCount();
        before.CopyTo(_form.GetSpan(Digest.Size));
        _form.Advance(Digest.Size);
        foreach (var value in row)
        {
            Add(value);
        }
    }

    private void Add(object? value)
    {
        switch (value)
        {
            case null:
                AddNumber('0', 0);
                break;
            case long number:
                AddNumber('n', number);
                break;
            case int number:
                AddNumber('n', number);
                break;
            case bool flag:
                AddNumber('n', flag ? 1 : 0);
                break;
            case double real:
                AddNumber('r', BitConverter.DoubleToInt64Bits(real));
                break;
            case string text:
                AddNumber('t', Encoding.UTF8.GetByteCount(text));
                Encoding.UTF8.GetBytes(text, _form);
                break;
            case byte[] bytes:
                AddNumber('b', bytes.Length);
                _form.Write(bytes);
                break;
            default:
                throw new InvalidOperationException($"A value of the type {value.GetType()} has no form.");
        }
    }

    private void AddNumber(char kind, long number)
    {
        var bytes = _form.GetSpan(1 + sizeof(long));
        bytes[0] = (byte)kind;
        BinaryPrimitives.WriteInt64BigEndian(bytes[1..], number);
        _form.Advance(1 + sizeof(long));
    }
}
