package io.xuemeng.examples.platform;

import io.xuemeng.examples.platform.federation.EntityKeys;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A hub, a province and a platform that run in this process, on ports that were free. The province has another host than the platform,
 * so that a browser takes them for two sites.
 */
final class TestFederation implements AutoCloseable {

    final URI hub;
    final URI province;
    final URI platform;
    final Path folder;
    final Demonstration people;

    private TestFederation(Path folder, boolean sm2) throws Exception {
        List<Integer> ports = freePorts(3);
        this.folder = folder;
        this.hub = URI.create("http://localhost:" + ports.get(0));
        this.province = URI.create("http://127.0.0.1:" + ports.get(1));
        this.platform = URI.create("http://localhost:" + ports.get(2));
        this.people = Demonstration.start(folder, new Demonstration.Places(hub, province, platform, sm2));
    }

    static TestFederation start(Path folder) throws Exception {
        return new TestFederation(folder, false);
    }

    static TestFederation startWithSm2(Path folder) throws Exception {
        return new TestFederation(folder, true);
    }

    /**
     * Ports that were free a moment ago. An entity has its port in its name, so it cannot take any that is free; these are below those
     * that systems give to outgoing connections, which else could take one meanwhile.
     */
    static List<Integer> freePorts(int count) throws IOException {
        Random random = new Random();
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            int port = 20_000 + random.nextInt(12_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName("localhost"))) {
                ports.add(socket.getLocalPort());
            } catch (BindException e) {
                // Somebody has it: another one, if one is needed still.
                ports.remove(port);
            }
        }
        return List.copyOf(ports);
    }

    /** The secrets of one of them, {@code province} say. */
    EntityKeys keys(String who) throws Exception {
        return EntityKeys.in(folder.resolve(who));
    }

    @Override
    public void close() {
        people.close();
    }
}
