package org.postlotse.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The real PostgreSQL server, where it is installed: on loopback, in a directory of its own, not as root. */
public final class PostgresServer implements AutoCloseable {
    private static final String USER = "postlotse";

    private final ServerProcess process;
    private final String url;

    private PostgresServer(ServerProcess process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Makes a fresh database in an empty directory and starts the server. */
    public static PostgresServer in(Path directory) {
        int port = FreePorts.take(1).getFirst();
        var cluster = directory.resolve("cluster");
        try {
            Files.createDirectories(cluster);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // it refuses to run as root; so it gets its directory and runs as the user whom its package brought
        if (RealPart.weAreRoot()) Programs.mustRun(List.of("chown", "-R", "postgres:postgres", directory.toString()));
        Programs.mustRun(as(
                RealPart.POSTGRESQL.program(0),
                List.of("-D", cluster.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")));
        var settings = List.of("listen_addresses=127.0.0.1", "port=" + port, "fsync=off", "synchronous_commit=off");
        var arguments = new ArrayList<>(List.of("-D", cluster.toString(), "-k", cluster.toString()));
        settings.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        var command = as(RealPart.POSTGRESQL.program(1), arguments);
        var url = jdbcUrl(port);
        return new PostgresServer(ServerProcess.start(command, directory.resolve("log"), () -> lets(url)), url);
    }

    /** Its database, for whoever comes; there is no password. */
    public String jdbcUrl() {
        return url;
    }

    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        return source;
    }

    /** Its processes. */
    List<ProcessHandle> family() {
        return process.family();
    }

    @Override
    public void close() {
        process.close();
    }

    private static String jdbcUrl(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + USER;
    }

    /** It takes connections some moments before it lets anybody in. */
    private static boolean lets(String url) {
        try (var connection = DriverManager.getConnection(url)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static List<String> as(Path program, List<String> arguments) {
        var command = new ArrayList<String>();
        if (RealPart.weAreRoot())
            command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"));
        command.add(program.toString());
        command.addAll(arguments);
        return command;
    }
}
