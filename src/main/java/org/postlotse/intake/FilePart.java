package org.postlotse.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of an open file from one offset to another. */
final class FilePart extends InputStream {
    private final FileChannel channel;
    private final long end;
    private long at;

    FilePart(FileChannel channel, long from, long end) {
        this.channel = channel;
        this.at = from;
        this.end = end;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int most = (int) Math.min(length, end - at);
        if (most <= 0) return -1;
        int read = channel.read(ByteBuffer.wrap(bytes, from, most), at);
        if (read > 0) at += read;
        return read;
    }
}
