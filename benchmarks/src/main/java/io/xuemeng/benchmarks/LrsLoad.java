package io.xuemeng.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Loads a learning record store over HTTP and says how fast it is. It works with any store of xAPI 1.0.3.
 *
 * <pre>
 * java -cp benchmarks.jar io.xuemeng.benchmarks.LrsLoad http://localhost:8080/xapi NAME:SECRET WORK [NUMBER] [CONNECTIONS]
 *
 * post1     posts statements one by one for NUMBER seconds (20)
 * post100   posts them a hundred at a time for NUMBER seconds (20)
 * fill      stores NUMBER statements (1000000)
 * get       asks for 50 statements with a filter, for NUMBER seconds (20)
 * pages     follows more links through NUMBER pages of 50 (20000), and compares the first 200 with the last
 * </pre>
 */
public final class LrsLoad {

    private static final int COMPARED_PAGES = 200;

    private final URI address;
    private final String credentials;
    private final int connections;

    private LrsLoad(URI address, String credentials, int connections) {
        this.address = address;
        this.credentials = credentials;
        this.connections = connections;
    }

    /** Runs one kind of work, and prints a line about it. */
    public static void main(String[] args) throws Exception {
        if (args.length < 3) {
            System.err.println("LrsLoad ADDRESS NAME:SECRET post1|post100|fill|get|pages [NUMBER] [CONNECTIONS]");
            System.exit(64);
        }
        int connections = args.length > 4 ? Integer.parseInt(args[4]) : 6;
        LrsLoad load = new LrsLoad(URI.create(args[0]), args[1], connections);
        int number = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        switch (args[2]) {
            case "post1" -> load.post(1, seconds(number));
            case "post100" -> load.post(100, seconds(number));
            case "fill" -> load.fill(number == 0 ? 1_000_000 : number);
            case "get" -> load.get(seconds(number));
            case "pages" -> load.pages(number == 0 ? 20_000 : number);
            default -> {
                System.err.println("no such work: " + args[2]);
                System.exit(64);
            }
        }
    }

    private static Duration seconds(int number) {
        return Duration.ofSeconds(number == 0 ? 20 : number);
    }

    /** Something done over one connection, again and again. */
    private interface Step {
        /** Does it, and returns how many statements that were. */
        int run(HttpConnection connection, LoadStatements statements, int turn) throws IOException;
    }

    private void post(int size, Duration time) throws Exception {
        Step step = (connection, statements, turn) -> {
            connection.post(statements.batch(size));
            return size;
        };
        run(step, Duration.ofSeconds(5), Long.MAX_VALUE);
        print("POST x" + size, run(step, time, Long.MAX_VALUE));
    }

    private void fill(long count) throws Exception {
        Step step = (connection, statements, turn) -> {
            connection.post(statements.batch(200));
            return 200;
        };
        print("POST x200", run(step, Duration.ofDays(1), count));
    }

    private void get(Duration time) throws Exception {
        Step step = (connection, statements, turn) -> {
            byte[] page = connection.get(statements.query(turn));
            return count(page);
        };
        run(step, Duration.ofSeconds(5), Long.MAX_VALUE);
        print("GET limit=50, filtered", run(step, time, Long.MAX_VALUE));
    }

    private static int count(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8);
        int count = 0;
        for (int at = text.indexOf("\"stored\":"); at >= 0; at = text.indexOf("\"stored\":", at + 1)) {
            count++;
        }
        return count;
    }

    private void pages(int depth) throws Exception {
        long[] nanos = new long[depth];
        int read = 0;
        try (HttpConnection connection = new HttpConnection(address, credentials)) {
            @Nullable String target = "/statements?limit=50";
            while (read < depth && target != null) {
                long start = System.nanoTime();
                byte[] page = connection.get(target);
                nanos[read++] = System.nanoTime() - start;
                target = more(page);
            }
        }
        if (read < 3 * COMPARED_PAGES) {
            System.out.printf("only %d pages; fill the store first%n", read);
            return;
        }
        // The first pages warm up.
        System.out.printf(
                "page 200 to 400: median %.2f ms; the last 200 of %d: median %.2f ms%n",
                median(Arrays.copyOfRange(nanos, COMPARED_PAGES, 2 * COMPARED_PAGES)),
                read,
                median(Arrays.copyOfRange(nanos, read - COMPARED_PAGES, read)));
    }

    /** Where the next page is, below the store's address; null behind the last. */
    private @Nullable String more(byte[] page) {
        String text = new String(page, StandardCharsets.UTF_8);
        int start = text.lastIndexOf("\"more\":\"") + "\"more\":\"".length();
        String more = text.substring(start, text.indexOf('"', start));
        return more.isEmpty() ? null : more.substring(address.getPath().length());
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
    private record Figures(long requests, long statements, double seconds, long[] nanos) {}

    private Figures run(Step step, Duration time, long most) throws InterruptedException, ExecutionException {
        AtomicLong left = new AtomicLong(most);
        long start = System.nanoTime();
        long end = time.compareTo(Duration.ofDays(1)) >= 0 ? Long.MAX_VALUE : start + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<Figures>> workers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                workers.add(() -> work(step, start, end, left));
            }
            long requests = 0;
            long statements = 0;
            List<long[]> nanos = new ArrayList<>();
            for (Future<Figures> worker : threads.invokeAll(workers)) {
                requests += worker.get().requests();
                statements += worker.get().statements();
                nanos.add(worker.get().nanos());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Figures(requests, statements, seconds, all);
        } finally {
            threads.shutdownNow();
        }
    }

    private Figures work(Step step, long start, long end, AtomicLong left) throws IOException {
        LoadStatements made =
                new LoadStatements(System.nanoTime() ^ Thread.currentThread().hashCode());
        long statements = 0;
        long[] nanos = new long[1024];
        int requests = 0;
        try (HttpConnection connection = new HttpConnection(address, credentials)) {
            for (long now = System.nanoTime(); now < end && left.get() > 0; ) {
                int done = step.run(connection, made, requests);
                long after = System.nanoTime();
                if (requests == nanos.length) {
                    nanos = Arrays.copyOf(nanos, requests * 2);
                }
                nanos[requests++] = after - now;
                statements += done;
                left.addAndGet(-done);
                now = after;
            }
        }
        return new Figures(requests, statements, (System.nanoTime() - start) / 1e9, Arrays.copyOf(nanos, requests));
    }

    private void print(String work, Figures figures) {
        long[] nanos = figures.nanos();
        System.out.printf(
                "%s, %d connections: %.0f requests/s, %.0f statements/s; median %.2f ms, 99 %% within %.2f ms%n",
                work,
                connections,
                figures.requests() / figures.seconds(),
                figures.statements() / figures.seconds(),
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6);
    }
}
