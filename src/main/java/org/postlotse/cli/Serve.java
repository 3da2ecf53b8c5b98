package org.postlotse.cli;

import io.quarkus.runtime.Quarkus;
import jakarta.inject.Singleton;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Serves the pages and the documents until the process is told to end. */
@Singleton
@CommandLine.Command(
        name = Serve.NAME,
        description = "Serves the pages and the mail programs' documents (the default).")
class Serve implements Main.Command, Callable<Integer> {
    static final String NAME = "serve";

    @Override
    public Integer call() {
        Quarkus.waitForExit();
        return ExitCode.FINE;
    }
}
