package io.xuemeng.examples.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.xuemeng.core.crypto.demonstration.DemonstrationAuthority;
import io.xuemeng.core.zip.ZipWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes keys, signs, verifies and validates with the tool, as a vendor and a province do. */
class SigningTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path pkg;

    @BeforeEach
    void prepare() throws IOException {
        assertThat(run("keygen", "--lang", "en", "--demo", path("demo"))).isZero();
        assertThat(out.toString()).contains(DemonstrationAuthority.LABEL);
        pkg = Files.copy(Path.of("packages/math-fractions.zip"), folder.resolve("分数.zip"));
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Intake.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int sign(String role, String language, String... keys) {
        String[] args = new String[keys.length * 2 + 10];
        args[0] = "sign";
        for (int i = 0; i < keys.length; i++) {
            args[2 * i + 1] = "--key";
            args[2 * i + 2] = path("demo/keys/" + keys[i] + ".p12");
        }
        String[] rest = {
            "--password-file",
            path("demo/keys/password.txt"),
            "--role",
            role,
            "--embed",
            path("demo/trust"),
            "--lang",
            language,
            pkg.toString()
        };
        System.arraycopy(rest, 0, args, keys.length * 2 + 1, rest.length);
        return run(args);
    }

    private int verify(String language, Path file) {
        return run("verify", "--trust", path("demo/trust"), "--lang", language, file.toString());
    }

    /** Appends a character to every page, as somebody on the way might. */
    private Path tampered() throws IOException {
        Path copy = folder.resolve("tampered.zip");
        try (ZipFile zip = new ZipFile(pkg.toFile());
                ZipWriter writer = ZipWriter.to(Files.newOutputStream(copy))) {
            for (Enumeration<? extends ZipEntry> each = zip.entries(); each.hasMoreElements(); ) {
                ZipEntry entry = each.nextElement();
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                if (entry.getName().equals("mimetype")) {
                    writer.store(entry.getName(), text.getBytes(StandardCharsets.ISO_8859_1));
                } else {
                    writer.add(
                            entry.getName(),
                            (entry.getName().endsWith(".html") ? text + ' ' : text)
                                    .getBytes(StandardCharsets.ISO_8859_1));
                }
            }
        }
        return copy;
    }

    @Test
    void whoMadeAndWhoReviewedAPackageIsTold() {
        assertThat(sign("author", "en", "author-sm2", "author-p256"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("META-INF/signature001.p7s", "META-INF/sm2/seal001.der");
        assertThat(sign("reviewer", "zh-CN", "reviewer-sm2")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("已签名");

        assertThat(verify("en", pkg)).as(out.toString()).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(4)
                .first()
                .asString()
                .isEqualTo("VALID  " + pkg);
        assertThat(out.toString()).contains("VALID  author  CN=DEMO author", "VALID  reviewer  CN=DEMO reviewer");
        assertThat(verify("zh-CN", pkg)).isZero();
        assertThat(out.toString()).contains("有效  审核者");
    }

    @Test
    void aPackageThatWasChangedIsRefusedByVerifyAndByValidate() throws IOException {
        sign("author", "en", "author-sm2");
        Path changed = tampered();

        assertThat(verify("en", changed)).isEqualTo(1);
        assertThat(out.toString()).contains("INVALID", "SIG-008 ");
        assertThat(run("validate", "--lang", "en", "--trust", path("demo/trust"), changed.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("REJECTED", "SIG-008");
        assertThat(run("validate", "--lang", "en", "--trust", path("demo/trust"), pkg.toString()))
                .as(out.toString())
                .isZero();
        assertThat(out.toString()).doesNotContain("SIG-");
    }

    @Test
    void aPackageWithoutASignatureIsNotValid() {
        assertThat(verify("en", pkg)).isEqualTo(1);
        assertThat(out.toString()).contains("INDETERMINATE", "not signed");
    }

    @Test
    void aTimestampComesFromADemonstrationAuthorityToo() {
        int exit = run(
                "sign",
                "--key",
                path("demo/keys/author-sm2.p12"),
                "--password-file",
                path("demo/keys/password.txt"),
                "--role",
                "author",
                "--embed",
                path("demo/trust"),
                "--timestamp",
                path("demo/keys/timestamp-sm2.p12"),
                "--mimetype-in-comment",
                "--lang",
                "en",
                pkg.toString());

        assertThat(exit).as(err.toString()).isZero();
        assertThat(verify("en", pkg)).as(out.toString()).isZero();
        assertThat(out.toString()).contains("(timestamp)");
    }

    @Test
    void whatCannotBeDoneIsSaidWithTheReason() throws IOException {
        assertThat(sign("editor", "en", "author-sm2")).isEqualTo(64);
        assertThat(err.toString()).contains("editor", "author, publisher, reviewer, hub");
        assertThat(sign("author", "en", "author-sm2", "hub-sm2")).isEqualTo(64);
        assertThat(err.toString()).contains("one must be an SM2 key");
        assertThat(sign("author", "zh-CN", "nobody")).isEqualTo(64);
        assertThat(err.toString()).contains("nobody.p12", "文件或文件夹不存在");
        Files.writeString(folder.resolve("demo/keys/password.txt"), "wrong");
        assertThat(sign("author", "zh-CN", "author-sm2")).isEqualTo(64);
        assertThat(err.toString()).contains("密码");

        assertThat(run("keygen", "--lang", "en", "--demo", path("demo"))).isEqualTo(64);
        assertThat(err.toString()).contains("not an empty folder");
        assertThat(run("verify", "--lang", "en", "--trust", path("demo/keys"), pkg.toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("nobody is trusted");
        assertThat(run("verify", "--lang", "en", "--trust", path("nowhere"), pkg.toString()))
                .isEqualTo(64);
        assertThat(err.toString()).contains("not a folder");
        assertThat(verify("en", folder.resolve("missing.zip"))).isEqualTo(2);
        assertThat(run("verify", "--lang", "zh-CN", pkg.toString())).isEqualTo(64);
        assertThat(err.toString()).contains("--trust");
    }

    @Test
    void whatIsNoPackageIsNotSignedAndTheOthersAre() throws IOException {
        Path junk = Files.writeString(folder.resolve("junk.zip"), "not a zip");
        int exit = run(
                "sign",
                "--key",
                path("demo/keys/author-sm2.p12"),
                "--password-file",
                path("demo/keys/password.txt"),
                "--role",
                "author",
                "--embed",
                path("demo/trust"),
                "--lang",
                "en",
                junk.toString(),
                pkg.toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).contains("junk.zip cannot be signed", "ZIP-002");
        assertThat(junk).hasContent("not a zip");
        assertThat(verify("en", pkg)).as(out.toString()).isZero();
    }
}
