package io.xuemeng.examples.intake.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Location;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.core.requirement.Subject;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON lines in UTF-8: first one line about the run, then one per input, each on disk before the next input's is written, so
 * that a run that was cut off leaves what it knew.
 */
final class JsonLinesReport implements ReportWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private final Path file;
    private final Writer out;
    private final Run run;

    JsonLinesReport(Path file, Run run) throws IOException {
        this.file = file;
        this.run = run;
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        writeLine(json -> {
            json.writeStringField("tool", "xuemeng-intake");
            json.writeStringField("sdk", run.sdkVersion());
            json.writeStringField("catalogue", run.catalogueVersion());
            json.writeObjectFieldStart("profile");
            json.writeStringField("id", run.profile().id());
            json.writeStringField("version", run.profile().version());
            json.writeStringField("sha256", run.profile().sha256());
            json.writeEndObject();
            json.writeStringField("lang", run.locale().toLanguageTag());
            json.writeStringField("started", run.started().toString());
        });
    }

    @Override
    public void write(Outcome outcome) throws IOException {
        Report report = outcome.report();
        Subject subject = report.subject();
        writeLine(json -> {
            json.writeStringField("package", subject.name());
            text(json, "sha256", subject.sha256());
            text(json, "format", subject.format());
            text(json, "profile", run.profile().id());
            text(json, "title", subject.title());
            json.writeStringField("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
            json.writeBooleanField("truncated", report.truncated());
            json.writeArrayFieldStart("findings");
            for (Finding finding : report.findings()) {
                write(json, finding);
            }
            json.writeEndArray();
            json.writeNumberField("millis", outcome.millis());
        });
    }

    private void write(JsonGenerator json, Finding finding) throws IOException {
        Location location = finding.location();
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("severity", finding.severity().name());
        text(json, "entry", location.entry());
        text(json, "path", location.path());
        number(json, "line", location.line());
        number(json, "column", location.column());
        json.writeStringField("message", finding.message(run.locale()));
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }

    /** A line or a column; null when it is not known. */
    private static void number(JsonGenerator json, String name, int value) throws IOException {
        if (value == 0) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void writeLine(Fields fields) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    @Override
    public Set<Path> files() {
        return Set.of(file);
    }

    @Override
    public void finish(End end) {
        // Every line is written already.
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    @FunctionalInterface
    private interface Fields {
        void write(JsonGenerator json) throws IOException;
    }
}
