package io.xuemeng.examples.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The reference platform as a process of its own. */
final class PlatformProcess implements AutoCloseable {

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
        return new PlatformProcess(process);
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

    /** Ports that were free a moment ago, below those that systems give to outgoing connections. */
    static List<Integer> freePorts(int count) throws IOException {
        Random random = new Random();
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            int port = 20_000 + random.nextInt(12_000);
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
