package io.xuemeng.conformance.producer;

import static io.xuemeng.conformance.producer.ProducerMutant.making;
import static io.xuemeng.conformance.producer.ProducerMutant.writing;

import io.xuemeng.conformance.mutant.Archive;
import io.xuemeng.resource.metadata.ResourceMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Producers that pack something else than was ordered. */
final class ContentMutants {

    private ContentMutants() {}

    static List<ProducerMutant> all() {
        return List.of(
                writing(
                        "packs pages as UTF-8 with a byte order mark",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.replaceAll((name, content) -> name.endsWith(".html")
                                    ? ("\uFEFF" + new String(content, StandardCharsets.UTF_8))
                                            .getBytes(StandardCharsets.UTF_8)
                                    : content);
                            return files;
                        })),
                writing(
                        "forgets empty files",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.values().removeIf(content -> content.length == 0);
                            return files;
                        })),
                writing(
                        "packs a note of its own",
                        bytes -> Archive.withFiles(bytes, files -> {
                            files.put("made-by-vendor.txt", "vendor".getBytes(StandardCharsets.UTF_8));
                            return files;
                        })),
                making("forgets the keywords", request -> with(request, withoutKeywords(request.metadata()))),
                making(
                        "keeps only the first table of contents",
                        request -> with(request, request.organizations().subList(0, 1))),
                making(
                        "flattens the table of contents",
                        request -> with(
                                request,
                                request.organizations().stream()
                                        .map(organization ->
                                                new Heading(organization.title(), null, flat(organization.items())))
                                        .toList())),
                making(
                        "sorts the table of contents backwards",
                        request -> with(
                                request,
                                request.organizations().stream()
                                        .map(organization -> {
                                            List<Heading> items = new ArrayList<>(organization.items());
                                            Collections.reverse(items);
                                            return new Heading(organization.title(), organization.path(), items);
                                        })
                                        .toList())),
                new ProducerMutant("refuses names that are not ASCII", right -> request -> {
                    try (var files = Files.walk(request.content())) {
                        boolean foreign = files.anyMatch(file -> request.content()
                                .relativize(file)
                                .toString()
                                .chars()
                                .anyMatch(c -> c > 0x7F));
                        return foreign ? Production.refused("ASCII only") : right.produce(request);
                    }
                }),
                new ProducerMutant("leaves half a package when it refuses", right -> request -> {
                    Production production = right.produce(request);
                    if (!production.produced()) {
                        Files.write(request.output(), new byte[] {'P', 'K'});
                    }
                    return production;
                }),
                new ProducerMutant("follows links", right -> request -> {
                    try (var files = Files.walk(request.content())) {
                        files.filter(Files::isSymbolicLink).toList().forEach(link -> {
                            try {
                                byte[] content = Files.readAllBytes(link);
                                Files.delete(link);
                                Files.write(link, content);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
                    }
                    return right.produce(request);
                }));
    }

    static ProductionRequest with(ProductionRequest request, ResourceMetadata metadata) {
        return new ProductionRequest(
                metadata,
                request.metadataFile(),
                request.content(),
                request.organizations(),
                request.output(),
                request.signing());
    }

    private static ProductionRequest with(ProductionRequest request, List<Heading> organizations) {
        return new ProductionRequest(
                request.metadata(),
                request.metadataFile(),
                request.content(),
                organizations,
                request.output(),
                request.signing());
    }

    private static List<Heading> flat(List<Heading> items) {
        List<Heading> flat = new ArrayList<>();
        for (Heading item : items) {
            flat.add(new Heading(item.title(), item.path(), List.of()));
            flat.addAll(flat(item.items()));
        }
        return flat;
    }

    private static ResourceMetadata withoutKeywords(ResourceMetadata metadata) {
        byte[] json = io.xuemeng.resource.MetadataWriter.toJson(metadata);
        String text =
                new String(json, StandardCharsets.UTF_8).replaceFirst("(?s)\"keyword\" ?: ?\\[.*?\\]\\s*\\](,)?", "");
        var document = io.xuemeng.resource.MetadataReader.read(
                text.replaceAll(",(\\s*})", "$1").getBytes(StandardCharsets.UTF_8),
                null,
                io.xuemeng.core.input.Limits.defaults(),
                finding -> {});
        return document == null ? metadata : document.metadata();
    }
}
