package io.xuemeng.examples.intake;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Progress with rate and time left, on the terminal's error stream; nothing where there is no terminal. */
final class Progress implements AutoCloseable {

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Starts to show progress if there is somebody to see it. */
    static Progress start(String label) {
        if (!Terminal.isAttached()) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(label)
                .setInitialMax(0)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(500)
                .clearDisplayOnFinish()
                .showSpeed()
                .build());
    }

    /** One more input was found. */
    void more() {
        if (bar != null) {
            synchronized (bar) {
                bar.maxHint(bar.getMax() + 1);
            }
        }
    }

    /** One input is done; its lines are printed while the bar stands still. */
    void step(Runnable print) {
        if (bar == null) {
            print.run();
            return;
        }
        bar.pause();
        print.run();
        bar.step();
        bar.resume();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
