package io.xuemeng.conformance.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

    private static final int RUNS = 8;

    @TempDir
    Path folder;

    /** Any two of them stand in one place of a map. */
    private record Key(String name) {
        @Override
        public int hashCode() {
            return 1;
        }
    }

    @Test
    void whatIsMadeOnceMayRestOnSomethingElseThatIsMadeOnce() {
        Workspace workspace = new Workspace("run", folder);
        List<String> made = new ArrayList<>();

        for (int i = 0; i < 2; i++) {
            String package1 = workspace.once(new Key("package"), () -> {
                made.add("package");
                return "a package signed by "
                        + workspace.once(new Key("keys"), () -> {
                            made.add("keys");
                            return "the ordered keys";
                        });
            });
            assertThat(package1).isEqualTo("a package signed by the ordered keys");
        }

        assertThat(made).containsExactly("package", "keys");
    }

    @Test
    void whatARunOpenedIsClosedOnceWithItTheLastFirst() {
        List<String> closed = new ArrayList<>();
        Workspace workspace = new Workspace("run", folder);
        workspace.closing(() -> closed.add("first"));
        workspace.closing(() -> closed.add("second"));

        workspace.close();
        workspace.close();

        assertThat(closed).containsExactly("second", "first");
    }

    @Test
    void whatCannotBeClosedKeepsNothingElseOpen() {
        List<String> closed = new ArrayList<>();
        Workspace workspace = new Workspace("run", folder);
        workspace.closing(() -> closed.add("first"));
        workspace.closing(() -> {
            throw new IOException("it is stuck");
        });

        assertThatThrownBy(workspace::close)
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("it is stuck");
        assertThat(closed).containsExactly("first");
    }

    @Test
    void nothingIsOpenedForARunThatIsOver() {
        List<String> closed = new ArrayList<>();
        Workspace workspace = new Workspace("run", folder);
        workspace.close();

        assertThatThrownBy(() -> workspace.closing(() -> closed.add("late")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the run run is over");
        assertThat(closed).containsExactly("late");
    }

    @Test
    void runsThatShareAFolderMeetInEqualInputs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RUNS);
        CyclicBarrier together = new CyclicBarrier(RUNS);
        try {
            for (int round = 0; round < 40; round++) {
                Map<String, byte[]> files = Map.of(
                        "any/root.pem", ("root " + round).getBytes(StandardCharsets.UTF_8), "crl.pem", new byte[round]);
                List<Callable<Path>> calls = new ArrayList<>();
                for (int run = 0; run < RUNS; run++) {
                    Workspace workspace = new Workspace("run-" + run, folder);
                    calls.add(() -> {
                        together.await();
                        return workspace.inputs(files);
                    });
                }

                Set<Path> folders = new HashSet<>();
                for (Future<Path> found : threads.invokeAll(calls)) {
                    folders.add(found.get());
                }

                assertThat(folders).hasSize(1);
                Path one = folders.iterator().next();
                assertThat(Files.readString(one.resolve("any/root.pem"))).isEqualTo("root " + round);
                assertThat(one.resolve("crl.pem")).hasSize(round);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
