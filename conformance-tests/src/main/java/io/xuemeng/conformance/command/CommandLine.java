package io.xuemeng.conformance.command;

import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Settings;
import io.xuemeng.conformance.role.SettingsException;
import io.xuemeng.conformance.text.Excerpt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that is run for an answer: with a time limit, with limits to what it may say, and with all its processes ended when
 * it breaks one. Immutable and thread-safe.
 */
public final class CommandLine {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final int MAX_COMPLAINT = 600;
    private static final ExecutorService PIPES = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "conformance-pipe");
        thread.setDaemon(true);
        return thread;
    });

    private final List<String> words;
    private final Path folder;
    private final Duration timeout;
    private final int outputBytes;

    private CommandLine(List<String> words, Path folder, Duration timeout, int outputBytes) {
        this.words = List.copyOf(words);
        this.folder = folder;
        this.timeout = timeout;
        this.outputBytes = outputBytes;
    }

    /**
     * Reads {@code command}, {@code timeout} and {@code output-limit} of a section.
     *
     * @param usual the time limit when the section has none
     * @param places the placeholders that the command may have
     */
    public static CommandLine of(Settings settings, Duration usual, List<String> places) {
        List<String> words = settings.texts("command");
        if (words.isEmpty()) {
            throw SettingsException.of("settings.missing", settings.path() + ".command");
        }
        for (String word : words) {
            Matcher matcher = PLACE.matcher(word);
            while (matcher.find()) {
                if (!places.contains(matcher.group(1))) {
                    throw SettingsException.of(
                            "settings.place",
                            settings.path() + ".command",
                            matcher.group(),
                            "{" + String.join("}, {", places) + "}");
                }
            }
        }
        int kibibytes = settings.number("output-limit", 1024, 1, 1 << 20);
        return new CommandLine(words, settings.folder(), settings.duration("timeout", usual), kibibytes * 1024);
    }

    /** The time it may take. */
    public Duration timeout() {
        return timeout;
    }

    /**
     * Runs the command.
     *
     * @param places what its placeholders stand for
     * @param input what it reads on its standard input
     * @return what it wrote on its standard output
     * @throws NoAnswerException when it cannot be started, takes too long, says too much, or ends with another code than 0
     */
    public String run(Map<String, String> places, String input) {
        Result result = start(places, input);
        if (result.timedOut || result.tooMuch || result.code != 0) {
            throw ending(result);
        }
        return result.output;
    }

    /** Why a run gave no answer, or not all. */
    NoAnswerException ending(Result result) {
        if (result.timedOut) {
            return NoAnswerException.of("command.timeout", seconds(), complaint(result));
        }
        if (result.tooMuch) {
            return NoAnswerException.of("command.output", outputBytes / 1024);
        }
        return result.code == 0
                ? NoAnswerException.of("command.silent")
                : NoAnswerException.of("command.code", result.code, complaint(result));
    }

    /** Runs the command and takes what it said until it ended or was ended, however that was. */
    Result start(Map<String, String> places, String input) {
        Process process;
        try {
            process = new ProcessBuilder(filled(places))
                    .directory(folder.toFile())
                    .start();
        } catch (IOException e) {
            throw NoAnswerException.of("command.start", words.get(0), String.valueOf(e.getMessage()));
        }
        CompletableFuture<Void> written = CompletableFuture.runAsync(() -> write(process, input), PIPES);
        Reading output = new Reading(outputBytes);
        Reading errors = new Reading(64 * 1024);
        CompletableFuture<Void> read =
                CompletableFuture.runAsync(() -> output.drain(process.getInputStream(), process), PIPES);
        CompletableFuture<Void> complained =
                CompletableFuture.runAsync(() -> errors.drain(process.getErrorStream(), null), PIPES);
        boolean ended;
        try {
            ended = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            throw NoAnswerException.of("command.interrupted");
        }
        if (!ended) {
            end(process);
        }
        finish(written, process);
        finish(read, process);
        finish(complained, process);
        return new Result(ended ? process.exitValue() : -1, !ended, output.exceeded, output.text(), errors.text());
    }

    /** What a run of a command gave. */
    record Result(int code, boolean timedOut, boolean tooMuch, String output, String errors) {}

    private static void write(Process process, String input) {
        try (OutputStream out = process.getOutputStream()) {
            out.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A command that does not read its input closes the pipe; whether it answered is seen from its output.
            process.isAlive();
        }
    }

    /** Waits for a pipe, which a process that the command left behind may hold open: that one is ended too. */
    private static void finish(CompletableFuture<Void> pipe, Process process) {
        try {
            pipe.get(5, TimeUnit.SECONDS);
        } catch (java.util.concurrent.TimeoutException e) {
            end(process);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | CompletionException e) {
            throw new IllegalStateException("a pipe of a command broke", e);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static final class Reading {

        private final int limit;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private volatile boolean exceeded;

        Reading(int limit) {
            this.limit = limit;
        }

        void drain(InputStream in, @org.jspecify.annotations.Nullable Process ended) {
            byte[] buffer = new byte[8192];
            try (in) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    int room = limit - kept.size();
                    synchronized (kept) {
                        kept.write(buffer, 0, Math.min(room, read));
                    }
                    if (read > room) {
                        exceeded = true;
                        if (ended != null) {
                            end(ended);
                            return;
                        }
                    }
                }
            } catch (IOException e) {
                if (!"Stream closed".equals(e.getMessage())) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        String text() {
            synchronized (kept) {
                return kept.toString(StandardCharsets.UTF_8);
            }
        }
    }

    private List<String> filled(Map<String, String> places) {
        List<String> filled = new ArrayList<>();
        for (String word : words) {
            filled.add(PLACE.matcher(word)
                    .replaceAll(match -> Matcher.quoteReplacement(places.getOrDefault(match.group(1), match.group()))));
        }
        return filled;
    }

    private String seconds() {
        return String.valueOf(timeout.toMillis() / 1000.0);
    }

    private static String complaint(Result result) {
        String text = result.errors.isBlank() ? result.output : result.errors;
        return Excerpt.of(text.strip(), MAX_COMPLAINT);
    }

    /** The command as a line for a shell that asks the same again. */
    public String replay(Map<String, String> places, String input) {
        StringBuilder line =
                new StringBuilder("cd ").append(quoted(folder.toString())).append(" && printf '%s\\n' ");
        line.append(quoted(input.strip())).append(" |");
        filled(places).forEach(word -> line.append(' ').append(quoted(word)));
        return line.toString();
    }

    /** The same for a question that stands in a file. */
    public String replay(Map<String, String> places, Path input) {
        StringBuilder line =
                new StringBuilder("cd ").append(quoted(folder.toString())).append(" &&");
        filled(places).forEach(word -> line.append(' ').append(quoted(word)));
        return line.append(" < ").append(quoted(input.toString())).toString();
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
