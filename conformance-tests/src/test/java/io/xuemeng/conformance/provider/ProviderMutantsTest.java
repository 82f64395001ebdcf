package io.xuemeng.conformance.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.mutant.KillList;
import io.xuemeng.conformance.role.Offer;
import io.xuemeng.conformance.sample.Sample;
import io.xuemeng.conformance.sample.Samples;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wrong sender fails exactly the requirements that it must fail. */
@Tag("mutants")
class ProviderMutantsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private record Mutant(String name, RecordProvision provision, Set<String> features) {}

    private static Mutant both(String name, RecordProvision provision) {
        return new Mutant(name, provision, new ProviderKit().features().keySet());
    }

    @Test
    void eachFailsExactlyWhatItMust() throws IOException {
        List<Mutant> mutants = new ArrayList<>(behaviour());
        for (AuditEntry entry : new ProviderKit().audit().entries()) {
            Samples.all().of(entry.id()).stream()
                    .filter(sample -> !sample.isGood() && sample.extension().equals("json"))
                    .findFirst()
                    .ifPresent(sample -> mutants.add(alsoSending(sample)));
        }
        KillList.compare(
                new ProviderKit(),
                mutants,
                Mutant::name,
                mutant -> Offer.of(
                        Role.RECORD_PROVIDER,
                        mutant.provision(),
                        mutant.features().toArray(String[]::new)),
                folder);
    }

    /** One whose system also writes statements like a bad sample, in the version that the sample is for. */
    private static Mutant alsoSending(Sample sample) {
        return both("also sends what is like " + sample, order -> {
            boolean old = order.version().startsWith("1");
            boolean fits =
                    !sample.stem().matches(".*-[12]\\.0") || sample.stem().endsWith(old ? "-1.0" : "-2.0");
            SimpleProvider provider = SimpleProvider.right();
            return (fits ? provider.editing(batch -> with(batch, sample)) : provider).send(order);
        });
    }

    private static ArrayNode with(ArrayNode batch, Sample sample) {
        try {
            var tree = JSON.readTree(Samples.all().content(sample));
            if (tree.isArray()) {
                tree.forEach(batch::add);
            } else {
                batch.add(tree);
            }
            return batch;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Mutant> behaviour() {
        SimpleProvider right = SimpleProvider.right();
        return List.of(
                both("forgets the last of many records", right.editing(batch -> {
                    if (batch.size() > 50) {
                        batch.remove(batch.size() - 1);
                    }
                    return batch;
                })),
                both("rounds scores to two digits", editing(statement -> {
                    if (statement.path("result").path("score") instanceof ObjectNode score) {
                        score.put("scaled", score.path("scaled").decimalValue().setScale(2, RoundingMode.HALF_UP));
                    }
                })),
                both(
                        "writes the time at which it sends",
                        editing(statement -> statement.put(
                                "timestamp", java.time.Instant.now().toString()))),
                both(
                        "writes local time as if it were UTC",
                        editing(statement -> statement.put(
                                "timestamp",
                                java.time.OffsetDateTime.parse(
                                                statement.path("timestamp").asText())
                                        .plusHours(8)
                                        .toString()))),
                both("knows one language", editing(statement -> {
                    if (statement.path("object").path("definition").path("name") instanceof ObjectNode name
                            && name.size() > 1) {
                        name.remove(name.fieldNames().next());
                    }
                })),
                both("counts durations in hours and drops the rest", editing(statement -> {
                    if (statement.path("result") instanceof ObjectNode result && result.has("duration")) {
                        long hours = java.time.Duration.parse(
                                        result.path("duration").asText())
                                .toHours();
                        result.put("duration", "PT" + hours + "H");
                    }
                })),
                both("sends everything twice", right.editing(batch -> {
                    ArrayNode twice = batch.deepCopy();
                    batch.forEach(statement -> twice.add(((ObjectNode) statement.deepCopy())
                            .put("id", UUID.randomUUID().toString())));
                    return twice;
                })),
                both("leaves ids to the store", editing(statement -> statement.remove("id"))),
                both("says no version", right.heading(fields -> fields.remove("X-Experience-API-Version"))),
                both("always says 1.0.3", right.heading(fields -> fields.put("X-Experience-API-Version", "1.0.3"))),
                both("sends no credentials", right.heading(fields -> fields.remove("Authorization"))),
                both("sends text", right.heading(fields -> fields.put("Content-Type", "text/plain"))),
                both("gives up when the store is busy", right.trying(1)),
                both(
                        "gives up when the store is busy and says nothing",
                        right.trying(1).telling(delivery -> Delivery.done())),
                both(
                        "says ids in a header",
                        OtherProviders.putting(
                                (id, statement, fields) -> {
                                    statement.remove("id");
                                    fields.put("statementId", id);
                                    return "";
                                },
                                1)),
                both(
                        "says ids in a parameter of its own",
                        OtherProviders.putting(
                                (id, statement, fields) -> {
                                    statement.remove("id");
                                    return "?id=" + id;
                                },
                                1)),
                both("calls the statements beside attachments text", OtherProviders.attaching("text/plain")),
                both(
                        "says that all is there when the store took nothing",
                        right.insisting(6).telling(delivery -> Delivery.done())),
                both("never says that something failed", right.telling(delivery -> Delivery.done())),
                both("always says that something failed", right.telling(delivery -> Delivery.failed("who knows"))));
    }

    private static SimpleProvider editing(Consumer<ObjectNode> edit) {
        UnaryOperator<ArrayNode> each = batch -> {
            batch.forEach(statement -> edit.accept((ObjectNode) statement));
            return batch;
        };
        return SimpleProvider.right().editing(each);
    }
}
