package io.xuemeng.examples.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What stands in a line of the log, and what must not. */
class JsonLogEncoderTest {

    @Test
    void writesKindsAndPlacesOfExceptionsButNotWhatTheyQuote() {
        SQLException quoting = new SQLException("Key (name)=(张三) already exists", "23505");
        LoggingEvent event = new LoggingEvent(
                "x",
                new LoggerContext().getLogger("test"),
                Level.ERROR,
                "for a@example.cn\nand {}",
                new IllegalStateException("about 张三", quoting),
                new Object[] {"13800138000"});

        String line = new String(new JsonLogEncoder().encode(event), StandardCharsets.UTF_8);

        assertThat(line)
                .endsWith("}\n")
                .contains("\"level\":\"ERROR\"")
                .contains("{\"kind\":\"java.lang.IllegalStateException\",\"at\":[\"")
                .contains("{\"kind\":\"java.sql.SQLException\",\"sqlState\":\"23505\",\"at\":[\"")
                .doesNotContain("张三")
                .doesNotContain("a@example.cn")
                .doesNotContain("13800138000");
        assertThat(line.strip()).doesNotContain("\n");
    }
}
