package io.xuemeng.examples.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The platform as a process of its own, which can be killed. Tests of other examples start it too. */
public final class PlatformProcess implements AutoCloseable {

    static final String NAME = "lms";
    static final String SECRET = "correct horse";

    private static final int RANGE = 100;
    private static final int FIRST_PORT =
            20_000 + (int) (ProcessHandle.current().pid() % 120) * RANGE;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger();

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
    public static PlatformProcess serve(Path log, List<String> options) {
        return start(classes(), log, options);
    }

    private static List<String> classes() {
        return List.of(
                // As it is delivered, not as tests log.
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Platform.class.getName());
    }

    private static List<String> storing(String store, String... more) {
        List<String> options =
                new ArrayList<>(List.of("--port=0", "--store=" + store, "--client", NAME + ':' + SECRET));
        options.addAll(List.of(more));
        return options;
    }

    private static PlatformProcess start(List<String> program, Path log, List<String> options) {
        List<String> command = new ArrayList<>(List.of("serve", "--lang=en"));
        command.addAll(options);
        try {
            Process process = java(program, command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String ready = out.readLine();
            if (ready == null || !ready.contains("http")) {
                throw new IllegalStateException("the platform did not start; see " + log);
            }
            drain(out);
            return new PlatformProcess(
                    process, URI.create(ready.substring(ready.indexOf("http")).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder java(List<String> program, List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1"));
        all.addAll(program);
        all.addAll(command);
        return new ProcessBuilder(all);
    }

    /** Reads all that a process goes on to print, which would stop it once the pipe is full. */
    private static void drain(BufferedReader out) {
        Thread reader = new Thread(
                () -> {
                    try {
                        out.transferTo(Writer.nullWriter());
                    } catch (IOException e) {
                        return; // the process was ended, and says no more
                    }
                },
                "platform-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * What another command of the platform's prints.
     *
     * @param input what it reads
     * @throws IllegalStateException when it fails; the message has what it logged
     */
    public static String run(Path log, String input, String... command) throws IOException, InterruptedException {
        Process process =
                java(classes(), List.of(command)).redirectError(log.toFile()).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(List.of(command) + " failed: " + Files.readString(log));
        }
        return printed;
    }

    /**
     * Ports that were free a moment ago, below those that systems give to outgoing connections. Each process of tests looks in a range of
     * its own, and is given none twice, so that nobody else of us takes them meanwhile.
     */
    public static List<Integer> freePorts(int count) throws IOException {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), RANGE);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
                ports.add(socket.getLocalPort());
            } catch (BindException e) {
                ports.remove(port);
            }
        }
        return List.copyOf(ports);
    }

    /** Where its record store is, or what it says that it is reached at. */
    public URI address() {
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
