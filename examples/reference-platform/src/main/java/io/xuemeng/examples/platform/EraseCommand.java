package io.xuemeng.examples.platform;

import io.xuemeng.lrs.server.EngineLimits;
import io.xuemeng.lrs.store.DeletionReport;
import io.xuemeng.lrs.store.DeletionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code xuemeng-platform erase}: deletes records of a person, one statement, the data of an attachment, or what is old. */
@Command(name = "erase", mixinStandardHelpOptions = true, versionProvider = PlatformVersion.class)
final class EraseCommand implements Callable<Integer> {

    private static final int CONNECTIONS = 2;
    private static final int MAX_REASON = 1000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final Language language = new Language();

    @Option(names = "--store", paramLabel = "h2:DIR|jdbc:postgresql:…", required = true, descriptionKey = "erase.store")
    @SuppressWarnings("NullAway.Init")
    private String store;

    @Option(names = "--audit-key", paramLabel = "FILE", descriptionKey = "auditKey")
    private @Nullable Path auditKeyFile;

    @Option(names = "--actor", paramLabel = "JSON", arity = "1..*", descriptionKey = "erase.actor")
    private List<String> actors = List.of();

    @Option(names = "--id", paramLabel = "UUID", descriptionKey = "erase.id")
    private @Nullable UUID id;

    @Option(names = "--attachment", paramLabel = "SHA256", descriptionKey = "erase.attachment")
    private @Nullable String attachment;

    @Option(names = "--before", paramLabel = "DATE", descriptionKey = "erase.before")
    private @Nullable String before;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, descriptionKey = "erase.reason")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(names = "--compact", descriptionKey = "erase.compact")
    private boolean compacts;

    /** What is to be done, once the command line is known to be right. */
    private interface Deletion {
        DeletionReport in(DeletionStore records);
    }

    @Override
    public Integer call() throws IOException, SQLException {
        Locale locale = language.locale();
        if (!Stores.isStore(store)) {
            throw wrong(locale, "wrong.store");
        }
        if (!Stores.mayExist(store)) {
            throw wrong(locale, "wrong.noRecords", store);
        }
        if (reason.isBlank() || reason.length() > MAX_REASON || reason.chars().anyMatch(Character::isISOControl)) {
            throw wrong(locale, "wrong.reason", MAX_REASON);
        }
        Deletion deletion = deletion(locale);
        AuditKey auditKey;
        try {
            auditKey = auditKeyFile == null ? null : AuditKey.read(auditKeyFile);
        } catch (IllegalArgumentException e) {
            throw wrong(locale, "wrong.auditKey", String.valueOf(auditKeyFile));
        }
        Records.Settings settings =
                new Records.Settings(store, CONNECTIONS, true, auditKey, null, List.of(), EngineLimits.defaults());
        try (Records records = Records.open(settings, new Observation())) {
            DeletionStore deletions = records.store().deletion();
            tell(locale, deletion.in(deletions.because(reason)));
            if (compacts) {
                deletions.compact();
                say(locale, "erase.compacted");
            }
        }
        return Platform.DONE;
    }

    private Deletion deletion(Locale locale) {
        long chosen = Stream.of(actors.isEmpty() ? null : actors, id, attachment, before)
                .filter(choice -> choice != null)
                .count();
        if (chosen != 1) {
            throw wrong(locale, "wrong.erase");
        }
        if (id != null) {
            UUID statement = id;
            return records -> records.deleteStatement(statement);
        }
        if (attachment != null) {
            String hash = attachment.toLowerCase(Locale.ROOT);
            if (!hash.matches("[0-9a-f]{56,128}")) {
                throw wrong(locale, "usage.value", "--attachment", hash);
            }
            return records -> records.deleteAttachment(hash);
        }
        if (before != null) {
            Instant limit = limit(locale, before);
            return records -> records.deleteBefore(limit);
        }
        List<UUID> person = new ArrayList<>();
        for (String actor : actors) {
            Set<UUID> keys = PersonKeys.of(actor);
            if (keys.isEmpty()) {
                // Which one is not said: what stands there may name somebody.
                throw wrong(locale, "wrong.actor", actors.indexOf(actor) + 1);
            }
            person.addAll(keys);
        }
        return records -> records.deleteAgent(person);
    }

    /** A day's beginning on this machine's clock, or a moment. */
    private Instant limit(Locale locale, String text) {
        Instant limit;
        try {
            limit = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw wrong(locale, "wrong.before", text);
        }
        if (limit.isAfter(Instant.now())) {
            throw wrong(locale, "wrong.future", text);
        }
        return limit;
    }

    private void tell(Locale locale, DeletionReport report) {
        say(locale, "erase.done", report.statements(), report.documents(), report.attachments());
        for (String hash : report.sharedAttachments()) {
            say(locale, "erase.shared", hash);
        }
    }

    private void say(Locale locale, String key, Object... arguments) {
        spec.commandLine().getOut().println(Texts.of(locale, key, arguments));
    }

    private ParameterException wrong(Locale locale, String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), Texts.of(locale, key, arguments));
    }
}
