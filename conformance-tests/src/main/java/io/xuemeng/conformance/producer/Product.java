package io.xuemeng.conformance.producer;

import io.xuemeng.conformance.result.Exchange;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.resource.MetadataWriter;
import io.xuemeng.resource.manifest.Manifest;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.packaging.PackageReader;
import io.xuemeng.resource.packaging.PackageValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An order and what became of it: a package that was opened and validated, a refusal, or no answer. Immutable.
 *
 * @param order the order
 * @param request as the producer was given it
 * @param answer what the producer said; null when it gave no answer
 * @param noAnswer why there is none; null when there is one
 * @param report what validation found in the package; null when there is none
 * @param manifest its manifest; empty when there is none
 * @param metadata its record; empty when there is none
 * @param files its files by path; null for those that cannot be read
 * @param replay a command that orders the same again; null when there is none
 */
record Product(
        Order order,
        ProductionRequest request,
        @Nullable Production answer,
        @Nullable NoAnswerException noAnswer,
        @Nullable Report report,
        Optional<Manifest> manifest,
        Optional<ResourceMetadata> metadata,
        Map<String, byte @Nullable []> files,
        @Nullable String replay) {

    /** Orders it. */
    static Product order(Order order, PackageProduction producer, Workspace workspace) {
        ProductionRequest request = request(order, workspace);
        String replay = producer.replay(request);
        Production answer;
        try {
            answer = Questions.ask(() -> producer.produce(request));
            if (answer.produced() && !Files.isRegularFile(request.output())) {
                throw NoAnswerException.of("producer.noFile", request.output());
            }
        } catch (NoAnswerException e) {
            return new Product(order, request, null, e, null, Optional.empty(), Optional.empty(), Map.of(), replay);
        }
        if (!answer.produced()) {
            return new Product(
                    order, request, answer, null, null, Optional.empty(), Optional.empty(), Map.of(), replay);
        }
        PackageValidator validator = PackageValidator.forProfile(ProducerKit.profile(order.profile()));
        if (order.signedWith() != null) {
            validator = validator.withTrust(
                    OrderedKeys.of(order.signedWith(), workspace).trust());
        }
        try (PackageReader reader = PackageReader.open(request.output(), validator)) {
            return new Product(
                    order,
                    request,
                    answer,
                    null,
                    reader.report(),
                    reader.manifest(),
                    reader.metadata(),
                    files(reader),
                    replay);
        } catch (IOException e) {
            throw new UncheckedIOException("the kit could not read " + request.output(), e);
        }
    }

    private static Map<String, byte @Nullable []> files(PackageReader reader) {
        Map<String, byte @Nullable []> files = new TreeMap<>();
        reader.entries().stream().filter(entry -> !entry.isDirectory()).forEach(entry -> {
            try (InputStream in = reader.open(entry.path())) {
                files.put(entry.path(), in.readAllBytes());
            } catch (IOException e) {
                files.put(entry.path(), null); // its report says why
            }
        });
        return files;
    }

    private static ProductionRequest request(Order order, Workspace workspace) {
        Path folder = workspace.newFolder();
        Path content = folder.resolve("content");
        Path metadata = folder.resolve("metadata.json");
        try {
            for (Map.Entry<String, byte[]> file : order.files().entrySet()) {
                Path target = content.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            if (!order.link().isEmpty()) {
                Path outside = Files.writeString(folder.resolve("outside.txt"), Order.OUTSIDE, StandardCharsets.UTF_8);
                Files.createSymbolicLink(content.resolve(order.link()), outside);
            }
            Files.write(metadata, MetadataWriter.toJson(order.metadata()));
        } catch (IOException | UnsupportedOperationException | java.nio.file.InvalidPathException e) {
            throw NoAnswerException.of("producer.setUp", order.name(), e.toString());
        }
        return new ProductionRequest(
                order.metadata(),
                metadata,
                content,
                order.organizations(),
                folder.resolve("package.zip"),
                order.signedWith() == null
                        ? null
                        : OrderedKeys.of(order.signedWith(), workspace).signing());
    }

    /** Whether there is a package to look at. */
    boolean isMade() {
        return report != null;
    }

    Exchange exchange(Bilingual expected, Bilingual received) {
        return new Exchange(
                Texts.of("producer.sent", order.name(), order.files().size(), request.metadataFile()),
                expected,
                received,
                replay);
    }

    /** The order was refused. */
    Bilingual refusal() {
        String message = answer == null ? null : answer.message();
        return Texts.of("producer.received.refused", message == null ? "–" : message);
    }
}
