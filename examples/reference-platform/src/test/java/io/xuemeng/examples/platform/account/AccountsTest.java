package io.xuemeng.examples.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.xuemeng.identity.token.EducationRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {

    private static final String HASH = Passwords.hash("口令");

    @TempDir
    private Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("accounts"), text);
    }

    @Test
    void readsWhoHasAnAccount() throws Exception {
        Accounts accounts = Accounts.read(
                file("# who\n\nlihua " + HASH + " learner org=2111000001 region=110101 stage=primary minor=true\n"));

        Account account = accounts.find("lihua").orElseThrow();
        assertThat(account.education().roles()).containsExactly(EducationRole.LEARNER);
        assertThat(account.education().minor()).isTrue();
        assertThat(account).hasToString("Account");
        assertThat(accounts.find("LiHua")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lihua",
                "lihua HASH",
                "lihua password learner",
                "lihua HASH pupil",
                "lihua HASH learner org=1",
                "lihua HASH learner stage=third",
                "lihua HASH learner shoe=42",
                "lihua HASH learner minor",
                "lihua HASH learner minor=yes",
                "lihua HASH learner minor=True",
                "lihua HASH learner minor=",
                "lihua HASH learner minor=true minor=false",
                "lihua HASH learner\nlihua HASH learner"
            })
    void saysWhichLineIsNoAccount(String text) throws Exception {
        Path file = file("# who\n" + text.replace("HASH", HASH));

        assertThatThrownBy(() -> Accounts.read(file))
                .isInstanceOfSatisfying(
                        Accounts.MalformedLineException.class,
                        e -> assertThat(e.line()).isEqualTo(text.contains("\n") ? 3 : 2));
    }

    @ParameterizedTest
    @CsvSource({"minor=yes, minor=yes", "'stage=primary org=1', org=1", "'minor=true minor=true', minor=true"})
    void namesTheWordThatCannotBeSaid(String words, String wrong) throws Exception {
        Path file = file("lihua " + HASH + " learner " + words);

        assertThatThrownBy(() -> Accounts.read(file))
                .isInstanceOfSatisfying(
                        Accounts.MalformedLineException.class,
                        e -> assertThat(e.word()).isEqualTo(wrong));
    }

    @Test
    void namesNoWordThatMayBeAPassword() throws Exception {
        Path file = file("lihua secret learner");

        assertThatThrownBy(() -> Accounts.read(file))
                .isInstanceOfSatisfying(
                        Accounts.MalformedLineException.class,
                        e -> assertThat(e.word()).isNull());
    }

    @Test
    void keepsNoPasswordButASlowHashWithASaltOfItsOwn() {
        assertThat(HASH).startsWith("$argon2id$v=19$m=16384,t=2,p=1$").doesNotContain("口令");
        assertThat(Passwords.hash("口令")).isNotEqualTo(HASH);
        assertThat(Passwords.isHash(HASH)).isTrue();
        assertThat(Passwords.matches("口令", HASH)).isTrue();
        assertThat(Passwords.matches("口令 ", HASH)).isFalse();
    }

    @Test
    void looksAtNoPasswordWhileSomebodyHasToWait() {
        PasswordCheck check = new PasswordCheck(
                Accounts.of(List.of(Accounts.parse("lihua " + HASH + " learner"))),
                Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        for (int i = 0; i < 6; i++) {
            assertThat(check.attempt("lihua", "guess", "192.0.2.1")).isEqualTo(PasswordCheck.Outcome.WRONG);
        }

        assertThat(check.attempt("lihua", "口令", "192.0.2.2")).isEqualTo(PasswordCheck.Outcome.WAIT);
        assertThat(check.attempt("wang", "口令", "192.0.2.1")).isEqualTo(PasswordCheck.Outcome.WRONG);
    }
}
