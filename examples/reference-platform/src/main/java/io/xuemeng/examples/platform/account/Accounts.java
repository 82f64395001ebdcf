package io.xuemeng.examples.platform.account;

import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.identity.token.EducationClaims;
import io.xuemeng.identity.token.EducationRole;
import io.xuemeng.identity.token.EducationStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The accounts of a file: one on each line, the name, the password's hash, the role, and what else is known, with blanks between them.
 * Immutable.
 *
 * <pre>
 * lihua $argon2id$v=19$… learner org=3611000016 region=110101 stage=primary minor=true
 * </pre>
 */
public final class Accounts {

    /** What a line is that is no account. */
    public static final class MalformedLineException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;
        private final @Nullable String word;

        private MalformedLineException(int line, IllegalArgumentException cause) {
            super("line " + line + " is no account", cause);
            this.line = line;
            this.word = cause instanceof UnknownWordException unknown ? unknown.word() : null;
        }

        /** Its number, from 1. */
        public int line() {
            return line;
        }

        /** What cannot be said of an account; null when something else is wrong: a word there may be somebody's password. */
        public @Nullable String word() {
            return word;
        }
    }

    /** Something is said of an account that cannot be said. */
    public static final class UnknownWordException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        private final String word;

        private UnknownWordException(String word) {
            super("a role, org, region, stage and minor can be said, each once; not " + word);
            this.word = word;
        }

        /** What is said. */
        public String word() {
            return word;
        }
    }

    private final Map<String, Account> accounts;

    private Accounts(Map<String, Account> accounts) {
        this.accounts = accounts;
    }

    /** Nobody has an account. */
    public static Accounts none() {
        return new Accounts(Map.of());
    }

    /** These accounts. */
    public static Accounts of(List<Account> accounts) {
        Map<String, Account> byName = new LinkedHashMap<>();
        accounts.forEach(account -> byName.put(account.name(), account));
        return new Accounts(byName);
    }

    /** Reads a file. */
    public static Accounts read(Path file) throws IOException, MalformedLineException {
        Map<String, Account> accounts = new LinkedHashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                Account account = parse(line);
                if (accounts.putIfAbsent(account.name(), account) != null) {
                    throw new IllegalArgumentException("the account is there already");
                }
            } catch (IllegalArgumentException e) {
                throw new MalformedLineException(number, e);
            }
        }
        return new Accounts(accounts);
    }

    /**
     * Reads the line of an account.
     *
     * @throws UnknownWordException when it says something of the account that cannot be said
     * @throws IllegalArgumentException when it is none
     */
    public static Account parse(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        if (words.size() < 3 || !Passwords.isHash(words.get(1))) {
            throw new IllegalArgumentException("an account has a name, a hash and a role");
        }
        String role = words.get(2);
        EducationClaims education =
                EducationClaims.of(EducationRole.ofClaim(role).orElseThrow(() -> new UnknownWordException(role)));
        Set<String> said = new HashSet<>();
        for (String word : words.subList(3, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 0 || !said.add(word.substring(0, equals))) {
                throw new UnknownWordException(word);
            }
            education = with(education, word.substring(0, equals), word.substring(equals + 1))
                    .orElseThrow(() -> new UnknownWordException(word));
        }
        return new Account(words.get(0), words.get(1), education);
    }

    /** What is known, and this too; empty when it cannot be known. */
    private static Optional<EducationClaims> with(EducationClaims education, String name, String value) {
        return switch (name) {
            case "org" ->
                InstitutionId.isValid(value)
                        ? Optional.of(education.withOrganization(new InstitutionId(value)))
                        : Optional.empty();
            case "region" ->
                AreaCode.isValid(value) ? Optional.of(education.withRegion(new AreaCode(value))) : Optional.empty();
            case "stage" -> EducationStage.ofClaim(value).map(education::withStage);
            // Whoever is taken for an adult by a slip of the pen loses the protection of a child.
            case "minor" ->
                value.equals("true") || value.equals("false")
                        ? Optional.of(education.withMinor(value.equals("true")))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The account of a name. */
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }
}
