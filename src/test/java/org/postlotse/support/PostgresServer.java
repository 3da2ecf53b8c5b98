package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The real PostgreSQL server, where it is installed: on loopback, in a directory of its own, not as root. */
public final class PostgresServer implements AutoCloseable {
    private final ServerProcess process;
    private final int port;

    private PostgresServer(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Makes a fresh database in an empty directory and starts the server. */
    public static PostgresServer in(Path directory) {
        int port = FreePorts.take(1).getFirst();
        var cluster = directory.resolve("cluster");
        try {
            Files.createDirectories(cluster);
            if (root()) Programs.run("chown", "-R", "postgres", directory);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        var made = as(RealPart.POSTGRESQL.program(0), "-D", cluster, "-U", "postlotse", "-A", "trust", "-E", "UTF8");
        var said = Programs.run(made.getFirst(), made.subList(1, made.size()).toArray());
        if (said.status() != 0) throw new IllegalStateException(said.output());
        var command = as(
                RealPart.POSTGRESQL.program(1),
                "-D",
                cluster,
                "-p",
                port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "fsync=off",
                "-k",
                cluster);
        return new PostgresServer(ServerProcess.start(command, directory.resolveSibling("postgres.out"), port), port);
    }

    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName("postgres");
        source.setUser("postlotse");
        return source;
    }

    @Override
    public void close() {
        process.close();
    }

    private static List<String> as(Path program, Object... arguments) {
        var command = new ArrayList<String>();
        if (root()) command.addAll(List.of("runuser", "-u", "postgres", "--"));
        command.add(program.toString());
        for (var argument : arguments) command.add(argument.toString());
        return command;
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }
}
