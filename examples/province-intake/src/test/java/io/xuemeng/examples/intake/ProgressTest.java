package io.xuemeng.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final StringWriter terminal = new StringWriter();
    private long seconds;

    private Progress progress(Locale locale) {
        return new Progress(new PrintWriter(terminal), locale, () -> seconds * 1_000_000_000);
    }

    private void print(String line) {
        terminal.write(line + "\n");
    }

    @Test
    void saysHowFarTheRunIsHowFastAndHowLongItWillTake() {
        Progress progress = progress(Locale.ENGLISH);
        progress.total(4);
        seconds = 2;
        progress.step(() -> print("ACCEPTED a.zip"));
        progress.draw();

        assertThat(terminal.toString()).isEqualTo("ACCEPTED a.zip\n1 of 4 (25 %), 0.5 per second, 0:00:06 left");
    }

    @Test
    void countsOnlyWhileNobodyKnowsHowManyThereAre() {
        Progress progress = progress(Locale.SIMPLIFIED_CHINESE);
        seconds = 10;
        progress.step(() -> {});
        progress.draw();

        assertThat(terminal.toString()).isEqualTo("已校验 1 个，每秒 0.1 个");
    }

    @Test
    void neverStandsAmongTheResults() {
        Progress progress = progress(Locale.SIMPLIFIED_CHINESE);
        progress.draw();
        progress.step(() -> print("通过 a.zip"));
        progress.close();

        String erased = "\r" + " ".repeat(22) + "\r";
        assertThat(terminal.toString()).isEqualTo("已校验 0 个，每秒 ? 个" + erased + "通过 a.zip\n" + "已校验 1 个，每秒 ? 个" + erased);
    }
}
