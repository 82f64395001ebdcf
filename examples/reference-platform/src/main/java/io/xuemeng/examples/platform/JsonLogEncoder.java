package io.xuemeng.examples.platform;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.encoder.EncoderBase;
import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.requirement.SafeText;
import java.sql.SQLException;
import java.util.Arrays;
import org.slf4j.event.KeyValuePair;

/**
 * One line of JSON for each event. Messages are made safe to show, and of exceptions only kinds, SQL states and places are written:
 * their messages can quote the values that a database refused, and those are about people.
 */
public final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {

    private static final int MESSAGE = 1000;
    private static final int FRAMES = 30;
    private static final byte[] NOTHING = {};

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        byte[] json = JsonWriter.compact(out -> write(out, event));
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    private static void write(JsonWriter out, ILoggingEvent event) {
        out.startObject()
                .member("time", event.getInstant().toString())
                .member("level", event.getLevel().toString())
                .member("logger", event.getLoggerName())
                .member("message", SafeText.visible(String.valueOf(event.getFormattedMessage()), MESSAGE));
        if (event.getKeyValuePairs() != null) {
            for (KeyValuePair pair : event.getKeyValuePairs()) {
                out.name(pair.key);
                if (pair.value instanceof Number number) {
                    out.value(number.longValue());
                } else {
                    out.value(SafeText.argument(String.valueOf(pair.value)));
                }
            }
        }
        if (event.getThrowableProxy() != null) {
            out.name("exception").startArray();
            for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
                exception(out, cause);
            }
            out.endArray();
        }
        out.endObject();
    }

    private static void exception(JsonWriter out, IThrowableProxy cause) {
        out.startObject().member("kind", cause.getClassName());
        if (cause instanceof ThrowableProxy proxy && proxy.getThrowable() instanceof SQLException sql) {
            out.member("sqlState", sql.getSQLState());
        }
        out.name("at").startArray();
        Arrays.stream(cause.getStackTraceElementProxyArray())
                .limit(FRAMES)
                .map(StackTraceElementProxy::getStackTraceElement)
                .forEach(frame -> out.value(frame.toString()));
        out.endArray().endObject();
    }
}
