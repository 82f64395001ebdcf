package io.xuemeng.examples.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The platform as a process of its own, which can be killed. */
final class PlatformProcess implements AutoCloseable {

    static final String NAME = "lms";
    static final String SECRET = "correct horse";

    private final Process process;
    private final URI address;

    private PlatformProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it at any free port, and returns when it says that it is ready. */
    static PlatformProcess start(String store, Path log, String... more) {
        return serve(log, storing(store, more));
    }

    /** Starts the jar that is handed out. */
    static PlatformProcess startJar(Path jar, String store, Path log, String... more) {
        return start(List.of("-jar", jar.toString()), log, storing(store, more));
    }

    /** Starts it with these options, and returns when it says that it is ready. */
    static PlatformProcess serve(Path log, List<String> options) {
        List<String> program = List.of(
                // As it is delivered, not as tests log.
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                Platform.class.getName());
        return start(program, log, options);
    }

    private static List<String> storing(String store, String... more) {
        List<String> options =
                new ArrayList<>(List.of("--port=0", "--store=" + store, "--client", NAME + ':' + SECRET));
        options.addAll(List.of(more));
        return options;
    }

    private static PlatformProcess start(List<String> program, Path log, List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(program);
        command.addAll(List.of("serve", "--lang=en"));
        command.addAll(options);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String ready = out.readLine();
            if (ready == null) {
                throw new IllegalStateException("the platform did not start; see " + log);
            }
            return new PlatformProcess(process, URI.create(ready.substring(ready.indexOf("http"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI address() {
        return address;
    }

    /** What {@code kill -9} does: nothing of it runs any more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What a service manager does. */
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(60, TimeUnit.SECONDS);
    }

    /** Returns when it is gone, with the locks that it had. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
