package io.xuemeng.examples.platform.account;

import io.xuemeng.core.code.AreaCode;
import io.xuemeng.core.code.InstitutionId;
import io.xuemeng.identity.token.EducationClaims;
import io.xuemeng.identity.token.EducationRole;
import io.xuemeng.identity.token.EducationStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

        private MalformedLineException(int line, Throwable cause) {
            super("line " + line + " is no account", cause);
            this.line = line;
        }

        /** Its number, from 1. */
        public int line() {
            return line;
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
     * @throws IllegalArgumentException when it is none
     */
    public static Account parse(String line) {
        List<String> words = List.of(line.strip().split("\\s+"));
        if (words.size() < 3 || !Passwords.isHash(words.get(1))) {
            throw new IllegalArgumentException("an account has a name, a hash and a role");
        }
        EducationClaims education =
                EducationClaims.of(EducationRole.ofClaim(words.get(2)).orElseThrow(Accounts::unknown));
        for (String word : words.subList(3, words.size())) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                throw unknown();
            }
            String value = word.substring(equals + 1);
            education = switch (word.substring(0, equals)) {
                case "org" -> education.withOrganization(InstitutionId.of(value));
                case "region" -> education.withRegion(AreaCode.of(value));
                case "stage" ->
                    education.withStage(EducationStage.ofClaim(value).orElseThrow(Accounts::unknown));
                case "minor" -> education.withMinor(Boolean.parseBoolean(value));
                default -> throw unknown();
            };
        }
        return new Account(words.get(0), words.get(1), education);
    }

    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("a role, org, region, stage and minor can be said");
    }

    /** The account of a name. */
    public Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }
}
