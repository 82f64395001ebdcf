package io.xuemeng.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The reference platform as a process of its own. */
final class PlatformProcess implements AutoCloseable {

    private static final int RANGE = 100;
    private static final int FIRST_PORT =
            20_000 + (int) (ProcessHandle.current().pid() % 120) * RANGE;
    private static final AtomicInteger NEXT_PORT = new AtomicInteger();

    private final Process process;

    private PlatformProcess(Process process) {
        this.process = process;
    }

    /** Starts a platform, and waits until it is ready. */
    static PlatformProcess serve(Path log, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of("serve", "--lang=en"));
        command.addAll(options);
        Process process = start(command).redirectError(log.toFile()).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(out.readLine()).as("see %s", log).contains("http");
        drain(out);
        return new PlatformProcess(process);
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

    /** What another command of the platform's prints. */
    static String run(Path log, String input, String... command) throws IOException, InterruptedException {
        Process process = start(List.of(command)).redirectError(log.toFile()).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(Files.readString(log)).isZero();
        return printed;
    }

    private static ProcessBuilder start(List<String> command) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "io.xuemeng.examples.platform.Platform"));
        all.addAll(command);
        return new ProcessBuilder(all);
    }

    /**
     * Ports that were free a moment ago, below those that systems give to outgoing connections. Each process of tests looks in a range of
     * its own, and is given none twice, so that nobody else of us takes them meanwhile.
     */
    static List<Integer> freePorts(int count) throws IOException {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            int port = FIRST_PORT + Math.floorMod(NEXT_PORT.getAndIncrement(), RANGE);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
                ports.add(socket.getLocalPort());
            } catch (java.net.BindException e) {
                ports.remove(port);
            }
        }
        return List.copyOf(ports);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
