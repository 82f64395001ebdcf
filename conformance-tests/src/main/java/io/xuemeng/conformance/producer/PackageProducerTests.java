package io.xuemeng.conformance.producer;

import com.fasterxml.jackson.databind.JsonNode;
import io.xuemeng.conformance.audit.AuditEntry;
import io.xuemeng.conformance.audit.Role;
import io.xuemeng.conformance.command.JsonContract;
import io.xuemeng.conformance.junit.Check;
import io.xuemeng.conformance.junit.ConformanceTemplate;
import io.xuemeng.conformance.junit.ConformanceTest;
import io.xuemeng.conformance.junit.ForRole;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Workspace;
import io.xuemeng.conformance.text.Bilingual;
import io.xuemeng.conformance.text.Texts;
import io.xuemeng.core.crypto.KeyType;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.core.requirement.Level;
import io.xuemeng.core.requirement.Report;
import io.xuemeng.resource.MetadataWriter;
import io.xuemeng.resource.metadata.ResourceMetadata;
import io.xuemeng.resource.signature.PackageVerifier;
import io.xuemeng.resource.signature.SignatureReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a producer of packages is held to. */
@ForRole(Role.PACKAGE_PRODUCER)
final class PackageProducerTests {

    private static final int MAX_NAMED = 5;

    /** Makes packages in which the requirement is never broken. */
    @ConformanceTemplate
    void makesPackagesThatKeepIt(AuditEntry entry, Check check, Workspace workspace) {
        Level level = ProducerKit.requirement(entry.id()).level();
        for (Product product : answered(check, workspace)) {
            Report report = product.report();
            if (report == null) {
                continue;
            }
            List<Finding> findings = report.findings(entry.id());
            Bilingual found = Bilingual.list(findings.stream()
                    .limit(MAX_NAMED)
                    .map(finding ->
                            Texts.of("producer.finding", finding.location().toString(), Bilingual.of(finding::problem)))
                    .toList());
            check.expect(
                    level,
                    findings.isEmpty(),
                    () -> product.exchange(Texts.of("producer.expected.keeps", entry.id()), found));
        }
    }

    /** The products about which something can be told; what got no answer is noted. */
    private static List<Product> answered(Check check, Workspace workspace) {
        List<Product> answered = new ArrayList<>();
        for (Product product : Products.known(workspace).all()) {
            NoAnswerException noAnswer = product.noAnswer();
            if (noAnswer == null) {
                answered.add(product);
            } else {
                check.noAnswer(noAnswer);
            }
        }
        return answered;
    }

    @ConformanceTest("PROD-001")
    void packsEveryFileByteForByte(Check check, Workspace workspace) {
        for (Product product : answered(check, workspace)) {
            if (!product.isMade()) {
                continue;
            }
            List<String> missing = new ArrayList<>();
            product.order().files().forEach((path, content) -> {
                if (!Order.isLeftBehind(path)
                        && !Arrays.equals(content, product.files().get(path))) {
                    missing.add(path);
                }
            });
            check.must(
                    missing.isEmpty(),
                    () -> product.exchange(
                            Texts.of("producer.expected.files"),
                            Texts.of("producer.received.files", named(missing), missing.size())));
        }
    }

    @ConformanceTest("PROD-002")
    void packsNothingThatWasNotOrdered(Check check, Workspace workspace) {
        for (Product product : answered(check, workspace)) {
            if (!product.isMade()) {
                continue;
            }
            List<String> more = product.files().keySet().stream()
                    .filter(path -> !product.order().files().containsKey(path))
                    .filter(path -> !isOfThePackage(path, product))
                    .toList();
            check.must(
                    more.isEmpty(),
                    () -> product.exchange(
                            Texts.of("producer.expected.nothingElse"),
                            Texts.of("producer.received.more", named(more), more.size())));
        }
    }

    /** What a package has beside its content: manifest, records, schemas, signatures. */
    private static boolean isOfThePackage(String path, Product product) {
        boolean record = product.manifest()
                .map(manifest -> manifest.metadata().locations().contains(path))
                .orElse(false);
        return record
                || path.equals("imsmanifest.xml")
                || path.equals("metadata.json")
                || path.equals("mimetype")
                || path.startsWith("META-INF/")
                || path.endsWith(".xsd")
                || path.endsWith(".dtd");
    }

    @ConformanceTest("PROD-003")
    void saysOfTheResourceWhatWasOrdered(Check check, Workspace workspace) {
        for (Product product : answered(check, workspace)) {
            if (!product.isMade()) {
                continue;
            }
            List<String> wanted = new ArrayList<>(leaves(product.order().metadata()));
            product.metadata().ifPresent(record -> leaves(record).forEach(wanted::remove));
            check.must(
                    wanted.isEmpty(),
                    () -> product.exchange(
                            Texts.of("producer.expected.metadata"),
                            Texts.of("producer.received.metadata", named(wanted), wanted.size())));
        }
    }

    /** Every value of a record with its place, wherever it stands in a list. */
    private static List<String> leaves(ResourceMetadata record) {
        List<String> leaves = new ArrayList<>();
        JsonNode tree = JsonContract.answer(new String(MetadataWriter.toJson(record), StandardCharsets.UTF_8));
        leaves(tree, "", leaves);
        return leaves;
    }

    private static void leaves(JsonNode node, String path, List<String> leaves) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                if (!member.getKey().equals("$schema")) {
                    leaves(member.getValue(), path + '/' + member.getKey(), leaves);
                }
            }
        } else if (node.isArray()) {
            node.forEach(item -> leaves(item, path, leaves));
        } else {
            leaves.add(path + " = " + node.asText());
        }
    }

    @ConformanceTest("PROD-004")
    void keepsTheTablesOfContents(Check check, Workspace workspace) {
        for (Product product : answered(check, workspace)) {
            if (!product.isMade()) {
                continue;
            }
            List<String> ordered = TableOfContents.of(product.order().organizations());
            List<String> made = product.manifest().map(TableOfContents::of).orElse(List.of());
            check.must(
                    ordered.equals(made),
                    () -> product.exchange(
                            Texts.of("producer.expected.contents", String.join("; ", ordered)),
                            Texts.of("producer.received.contents", String.join("; ", made))));
        }
    }

    @ConformanceTest("PROD-005")
    void refusesOnlyWhatCannotBePackedAndLeavesNothingThen(Check check, Workspace workspace) {
        for (Product product : answered(check, workspace)) {
            boolean refused = !product.isMade();
            check.must(
                    !refused || product.order().refusable(),
                    () -> product.exchange(Texts.of("producer.expected.made"), product.refusal()));
            check.must(
                    !refused || !Files.exists(product.request().output()),
                    () -> product.exchange(Texts.of("producer.expected.nothingLeft"), product.refusal()));
        }
    }

    @ConformanceTest("PROD-006")
    void followsNoLinkOutOfTheContent(Check check, Workspace workspace) {
        byte[] outside = Order.OUTSIDE.getBytes(StandardCharsets.UTF_8);
        Products.known(workspace).notGiven().forEach(check::noAnswer);
        for (Product product : answered(check, workspace)) {
            check.must(
                    product.files().values().stream().noneMatch(content -> Arrays.equals(content, outside)),
                    () -> product.exchange(Texts.of("producer.expected.noLink"), Texts.of("producer.received.link")));
        }
    }

    @ConformanceTest("PROD-007")
    void signsAsOrdered(Check check, Workspace workspace) throws IOException {
        for (Product product : answered(check, workspace)) {
            KeyType type = product.order().signedWith();
            if (type == null || !product.isMade()) {
                continue;
            }
            OrderedKeys keys = OrderedKeys.of(type, workspace);
            SignatureReport signatures = PackageVerifier.trusting(keys.trust())
                    .verify(product.request().output());
            check.must(
                    signatures.signatures().stream().anyMatch(keys::isOrdered),
                    () -> product.exchange(
                            Texts.of("producer.expected.signed", keys.signing().role(), type),
                            Texts.of(
                                    "producer.received.signatures",
                                    signatures.signatures().size(),
                                    String.join("; ", shown(signatures)))));
        }
    }

    /** Who signed, and in which roles. */
    private static List<String> shown(SignatureReport signatures) {
        return signatures.signatures().stream()
                .limit(MAX_NAMED)
                .map(signature -> signature.signer().orElse("–")
                        + ' '
                        + signature.result().claimedRoles())
                .toList();
    }

    private static String named(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())));
    }
}
