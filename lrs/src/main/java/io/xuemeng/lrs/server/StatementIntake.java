package io.xuemeng.lrs.server;

import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Group;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementComparison;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.statement.validation.ActivityMention;
import io.xuemeng.lrs.statement.validation.AgentMention;
import io.xuemeng.lrs.statement.validation.AgentRole;
import io.xuemeng.lrs.statement.validation.AttachmentMention;
import io.xuemeng.lrs.statement.validation.ByteRange;
import io.xuemeng.lrs.statement.validation.ObjectKind;
import io.xuemeng.lrs.statement.validation.StatementCompletion;
import io.xuemeng.lrs.statement.validation.StatementIndex;
import io.xuemeng.lrs.statement.validation.StatementOutcome;
import io.xuemeng.lrs.statement.validation.StatementReader;
import io.xuemeng.lrs.statement.validation.StatementReading;
import io.xuemeng.lrs.store.ActivityDefinition;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes of received statements what the store takes: validated, completed, with the keys they are found by. */
final class StatementIntake {

    private static final StatementReader READER_1_0 = StatementReader.forVersion(XapiVersion.V1_0);
    private static final StatementReader READER_2_0 = StatementReader.forVersion(XapiVersion.V2_0);

    private final Supplier<UUID> ids;
    private final int maxMentions;

    /**
     * Stands in a completed statement where the store will write the time. It is made by chance when the engine starts and shown to
     * nobody, so no statement has it by itself.
     */
    private final Instant placeholder;

    private final byte[] placeholderText;

    StatementIntake(Supplier<UUID> ids, EngineLimits limits) {
        this.ids = ids;
        this.maxMentions = limits.mentionsPerStatement();
        SecureRandom random = new SecureRandom();
        // Microseconds that do not end with a zero take all six digits.
        long micros = random.nextLong(100_000_000_000_000_000L) * 2 / 10 * 10 + 1 + random.nextInt(9);
        this.placeholder = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
        this.placeholderText = placeholder.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The reader of a version, the same for all requests: it keeps its tools. */
    static StatementReader reader(XapiVersion version) {
        return version == XapiVersion.V2_0 ? READER_2_0 : READER_1_0;
    }

    /** Validates; refuses with everything that was found when anything is wrong. */
    static List<StatementIndex> index(byte[] json, XapiVersion version) {
        StatementReading reading = reader(version).index(json);
        if (!reading.isValid()) {
            List<Finding> findings = new ArrayList<>();
            reading.reportTo(findings::add);
            throw Refusal.invalid(findings);
        }
        List<StatementIndex> statements = new ArrayList<>(reading.outcomes().size());
        for (StatementOutcome outcome : reading.outcomes()) {
            StatementIndex index = outcome.index();
            if (index != null) {
                statements.add(index);
            }
        }
        return statements;
    }

    /** The key of whoever asserts statements: of an anonymous group, that of its members together. */
    static UUID authorityKey(Actor authority) {
        if (authority instanceof Group group && group.identifier() == null) {
            List<String> members = new ArrayList<>();
            if (group.members() != null) {
                group.members()
                        .forEach(member -> members.add(member.identifier().key()));
            }
            members.sort(null);
            return RecordKey.agent("group " + String.join("\n", members));
        }
        var identifier = authority instanceof Agent agent ? agent.identifier() : ((Group) authority).identifier();
        if (identifier == null) {
            throw new IllegalStateException("an agent has an identifier");
        }
        return RecordKey.agent(identifier.key());
    }

    /**
     * The entry of a statement.
     *
     * @param id the id it is stored under; null when it has its own or gets one
     */
    StatementEntry entry(
            byte[] document,
            StatementIndex index,
            @Nullable UUID id,
            StatementCompletion completion,
            Exchange exchange,
            ReceivedStatements received) {
        Actor authority = exchange.caller().authority();
        if (authority == null) {
            throw new IllegalStateException("whoever stores statements is known");
        }
        boolean idGiven = id != null || index.id().isPresent();
        UUID statementId = id != null ? id : index.id().orElseGet(ids);
        byte[] json = completion.complete(document, index, statementId);
        StatementEntry.Builder entry = StatementEntry.of(statementId, idGiven, json)
                .verb(RecordKey.verb(index.verb()))
                .registration(index.registration().orElse(null))
                .authority(authorityKey(authority));
        placesOfTime(json, entry);
        if (index.objectKind() == ObjectKind.STATEMENT_REF) {
            index.target()
                    .ifPresent(target -> entry.target(target, index.voided().isPresent()));
        }
        mentions(document, index, entry, exchange.caller());
        if (authority instanceof Group group && group.members() != null) {
            group.members()
                    .forEach(member ->
                            entry.related(RecordKey.agent(member.identifier().key())));
        }
        for (AttachmentMention attachment : index.attachments()) {
            if (received.attachment(attachment.sha2()).isPresent()) {
                entry.attachment(attachment.sha2());
            }
        }
        return entry.build();
    }

    StatementCompletion completion(Exchange exchange) {
        Actor authority = exchange.caller().authority();
        if (authority == null) {
            throw new IllegalStateException("whoever stores statements is known");
        }
        return StatementCompletion.of(placeholder, StatementWriter.write(authority), exchange.version());
    }

    private void mentions(byte[] document, StatementIndex index, StatementEntry.Builder entry, Caller caller) {
        int count = index.agents().size() + index.activities().size();
        if (count > maxMentions) {
            throw Refusal.of(
                    LrsRequirement.STATEMENT_MENTIONS,
                    Finding.of(LrsRequirement.STATEMENT_MENTIONS)
                            .with("count", count)
                            .with("limit", maxMentions));
        }
        boolean hasActor = false;
        for (AgentMention mention : index.agents()) {
            if (mention.role() == AgentRole.AUTHORITY && !mention.inSubStatement()) {
                // The caller's takes its place.
                continue;
            }
            UUID key = RecordKey.agent(mention.identifier().key());
            if (!mention.isActorOrObject()) {
                entry.related(key);
            } else if (hasActor) {
                entry.agent(key);
            } else {
                entry.actor(key);
                hasActor = true;
            }
        }
        for (ActivityMention mention : index.activities()) {
            UUID key = RecordKey.activity(mention.id());
            if (mention.isObject()) {
                entry.activity(key);
            } else {
                entry.related(key);
            }
            ByteRange definition = mention.definition();
            if (definition != null && caller.mayDefine()) {
                entry.definition(new ActivityDefinition(
                        key,
                        RawJson.of(
                                new String(document, definition.from(), definition.length(), StandardCharsets.UTF_8))));
            }
        }
    }

    private void placesOfTime(byte[] json, StatementEntry.Builder entry) {
        byte[] text = placeholderText;
        int last = json.length - text.length;
        for (int i = 0; i <= last; i++) {
            if (json[i] == text[0] && Arrays.equals(json, i, i + text.length, text, 0, text.length)) {
                entry.timeAt(i);
                i += text.length - 1;
            }
        }
    }

    /** Whether two statements say the same, each by the version it is valid in. */
    static boolean same(byte[] stored, byte[] received) {
        Statement a = record(stored);
        Statement b = record(received);
        return a != null && b != null && StatementComparison.matches(a, b);
    }

    static @Nullable Statement record(byte[] json) {
        for (XapiVersion version : new XapiVersion[] {XapiVersion.V2_0, XapiVersion.V1_0}) {
            List<StatementOutcome> outcomes = reader(version).read(json).outcomes();
            if (outcomes.size() == 1 && outcomes.get(0).statement() != null) {
                return outcomes.get(0).statement();
            }
        }
        return null;
    }
}
