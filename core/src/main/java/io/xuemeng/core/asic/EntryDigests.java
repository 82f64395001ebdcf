package io.xuemeng.core.asic;

import io.xuemeng.core.crypto.DigestAlgorithm;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.zip.ZipArchive;
import io.xuemeng.core.zip.ZipEntry;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Digests of entries: each is inflated once, and every piece goes to all digests while it is in the processor's cache. Entries are
 * shared out between threads, the largest first; a thread takes about 200 KiB.
 */
final class EntryDigests {

    /**
     * The digests of one entry.
     *
     * @param values null when the content is not intact
     * @param findings what the archive's reader found in the content
     */
    record Digested(@Nullable Map<DigestAlgorithm, byte[]> values, List<Finding> findings) {}

    private final ZipArchive archive;
    private final List<DigestAlgorithm> algorithms;
    private final ZipEntry[] entries;
    private final Digested[] results;
    private final Integer[] order;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private EntryDigests(ZipArchive archive, List<ZipEntry> entries, Set<DigestAlgorithm> algorithms) {
        this.archive = archive;
        this.algorithms = List.copyOf(algorithms);
        this.entries = entries.toArray(ZipEntry[]::new);
        this.results = new Digested[this.entries.length];
        this.order = new Integer[this.entries.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(
                order,
                Comparator.comparingLong((Integer i) -> this.entries[i].size()).reversed());
    }

    /** The digests of the entries, in their order. */
    static List<Digested> of(ZipArchive archive, List<ZipEntry> entries, Set<DigestAlgorithm> algorithms, int threads)
            throws IOException {
        return new EntryDigests(archive, entries, algorithms).run(threads);
    }

    private List<Digested> run(int threads) throws IOException {
        List<Thread> helpers = new ArrayList<>();
        for (int i = 1; i < Math.min(threads, entries.length); i++) {
            Thread helper = new Thread(this::work, "xuemeng-digest-" + i);
            helper.setDaemon(true);
            helper.start();
            helpers.add(helper);
        }
        work();
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    // The archive must not be closed below those who read it; they are told to stop instead.
                    interrupted = true;
                    failure.compareAndSet(null, new IOException("reading the container was interrupted", e));
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable thrown = failure.get();
        if (thrown instanceof IOException e) {
            throw e;
        }
        if (thrown != null) {
            throw new IllegalStateException("computing digests failed", thrown);
        }
        return List.of(results);
    }

    private void work() {
        MessageDigest[] digests =
                algorithms.stream().map(DigestAlgorithm::newDigest).toArray(MessageDigest[]::new);
        try {
            while (failure.get() == null) {
                int taken = next.getAndIncrement();
                if (taken >= order.length) {
                    return;
                }
                results[order[taken]] = digest(entries[order[taken]], digests);
            }
        } catch (IOException | RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private Digested digest(ZipEntry entry, MessageDigest[] digests) throws IOException {
        List<Finding> findings = new ArrayList<>(0);
        boolean intact = archive.drain(
                entry,
                (buffer, offset, length) -> {
                    for (MessageDigest digest : digests) {
                        digest.update(buffer, offset, length);
                    }
                    if (failure.get() != null) {
                        throw new IOException("reading the container was given up");
                    }
                },
                findings::add);
        Map<DigestAlgorithm, byte[]> values = new EnumMap<>(DigestAlgorithm.class);
        for (int i = 0; i < digests.length; i++) {
            // Also resets it for the next entry.
            values.put(algorithms.get(i), digests[i].digest());
        }
        return new Digested(intact ? values : null, findings);
    }
}
