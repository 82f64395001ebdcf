package io.xuemeng.examples.intake;

import io.xuemeng.examples.intake.report.Texts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One line below the results that says how far the run is: how many are done, of how many, how fast, and how long it will
 * take. It is taken away while results are printed, so that it never stands among them. Plain characters only, no control
 * sequences: any terminal shows it. Nothing is shown where there is no terminal.
 */
final class Progress implements AutoCloseable {

    private static final int UPDATE_MILLIS = 500;

    private final @Nullable PrintWriter terminal;
    private final Locale locale;
    private final LongSupplier nanoTime;
    private final long start;
    private @Nullable Timer clock;
    private long done;
    private long total = -1;
    private int columns;

    /** Progress on a terminal, or none when that is null. It is drawn when {@link #draw()} is called. */
    Progress(@Nullable PrintWriter terminal, Locale locale, LongSupplier nanoTime) {
        this.terminal = terminal;
        this.locale = locale;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    /** Starts to show progress if there is somebody to see it. */
    static Progress start(PrintWriter terminal, Locale locale) {
        Progress progress = new Progress(Terminal.isAttached() ? terminal : null, locale, System::nanoTime);
        if (progress.isShown()) {
            Timer clock = new Timer("intake-progress", true);
            clock.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            progress.draw();
                        }
                    },
                    0,
                    UPDATE_MILLIS);
            progress.clock = clock;
        }
        return progress;
    }

    /** Whether there is somebody to see it. */
    boolean isShown() {
        return terminal != null;
    }

    /** How many inputs there are in all, once that is known. */
    synchronized void total(long inputs) {
        total = inputs;
    }

    /** One input is done; its lines are printed where the progress stood, which moves below them. */
    synchronized void step(Runnable print) {
        boolean shown = columns > 0;
        erase();
        print.run();
        done++;
        if (shown) {
            draw();
        }
    }

    /** Draws the line anew. */
    synchronized void draw() {
        if (terminal == null) {
            return;
        }
        String text = text();
        erase();
        terminal.print(text);
        terminal.flush();
        columns = columns(text);
    }

    private String text() {
        double seconds = (nanoTime.getAsLong() - start) / 1e9;
        String rate = seconds < 1 || done == 0 ? "?" : String.format(Locale.ROOT, "%.1f", done / seconds);
        if (total < done) {
            return Texts.of(locale, "progress.counting", done, rate);
        }
        String left = done == 0 ? "?" : hours(Math.round(seconds / done * (total - done)));
        return Texts.of(locale, "progress", done, total, total == 0 ? 100 : done * 100 / total, rate, left);
    }

    private static String hours(long seconds) {
        Duration left = Duration.ofSeconds(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart());
    }

    private void erase() {
        if (terminal != null && columns > 0) {
            terminal.print("\r" + " ".repeat(columns) + "\r");
            terminal.flush();
            columns = 0;
        }
    }

    /** Chinese characters take two columns. */
    private static int columns(String text) {
        return text.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }

    @Override
    public void close() {
        if (clock != null) {
            clock.cancel();
        }
        synchronized (this) {
            erase();
            total = -1;
        }
    }
}
