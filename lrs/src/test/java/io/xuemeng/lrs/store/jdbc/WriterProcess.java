package io.xuemeng.lrs.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementStore;
import io.xuemeng.lrs.store.StoreException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A process that stores statements until it is killed, and tells the ids of each batch as soon as the store has taken it. */
final class WriterProcess {

    private WriterProcess() {}

    public static void main(String[] arguments) throws Exception {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setConnectionTimeout(3000);
        try (HikariDataSource source = new HikariDataSource(config)) {
            StatementStore store = JdbcRecordStore.open(source).statements();
            PrintStream out = System.out;
            List<Thread> threads = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                threads.add(new Thread(() -> write(store, out)));
            }
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void write(StatementStore store, PrintStream out) {
        try {
            for (int turn = 1; true; turn++) {
                List<StatementEntry> batch = new ArrayList<>();
                StringBuilder ids = new StringBuilder();
                // A large batch moves the latest statements of an H2 store on.
                int size = turn % 4 == 0 ? 300 : 5;
                for (int i = 0; i < size; i++) {
                    UUID id = UUID.randomUUID();
                    ids.append(id).append(' ');
                    batch.add(StoreFixture.entry(id, "word").build());
                }
                store.append(batch, List.of(), StoreFixture.SAME);
                synchronized (out) {
                    out.println(ids.append('.'));
                    out.flush();
                }
            }
        } catch (StoreException e) {
            // The database is gone; what was told before is what counts.
        }
    }
}
