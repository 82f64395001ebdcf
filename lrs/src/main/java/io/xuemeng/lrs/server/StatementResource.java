package io.xuemeng.lrs.server;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.Actor;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.Group;
import io.xuemeng.lrs.statement.InverseFunctionalIdentifier;
import io.xuemeng.lrs.statement.format.StatementFormat;
import io.xuemeng.lrs.statement.validation.StatementCompletion;
import io.xuemeng.lrs.statement.validation.StatementIndex;
import io.xuemeng.lrs.store.AppendResult;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementEntry;
import io.xuemeng.lrs.store.StatementPage;
import io.xuemeng.lrs.store.StatementQuery;
import io.xuemeng.lrs.store.StatementStore;
import io.xuemeng.lrs.store.StoredStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements (Communication 2.1; IEEE 9274.1.1-2023, 4.1.6.1). */
final class StatementResource implements Resource {

    private static final Set<String> GET_PARAMETERS = Set.of(
            "statementId",
            "voidedStatementId",
            "agent",
            "verb",
            "activity",
            "registration",
            "related_activities",
            "related_agents",
            "since",
            "until",
            "limit",
            "format",
            "attachments",
            "ascending",
            "more");
    private static final Set<String> BESIDE_ID = Set.of("statementId", "voidedStatementId", "format", "attachments");

    private final StatementStore store;
    private final EngineLimits limits;
    private final StatementIntake intake;
    private final SignatureCheck signatures;
    private final StatementAnswers answers;
    private final String moreAddress;

    StatementResource(LrsEngine.Builder settings) {
        this.store = settings.store.statements();
        this.limits = settings.limits;
        this.intake = new StatementIntake(settings.ids, limits);
        this.signatures = new SignatureCheck(settings.signatures, settings.clock);
        this.answers = new StatementAnswers(store);
        this.moreAddress = settings.basePath + "/statements?more=";
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD", "PUT", "POST");
    }

    @Override
    public LrsResponse answer(Exchange exchange) {
        return switch (exchange.method()) {
            case "PUT" -> put(exchange);
            case "POST" -> post(exchange);
            default -> get(exchange);
        };
    }

    private LrsResponse put(Exchange exchange) {
        exchange.permit(exchange.caller().mayWriteStatements(), Scope.STATEMENTS_WRITE, Scope.ALL);
        exchange.parameters().allow(Set.of("statementId"));
        UUID id = exchange.parameters().requiredUuid("statementId");
        try (ReceivedStatements received = ReceivedStatements.read(exchange, limits)) {
            List<StatementIndex> statements = StatementIntake.index(received.json(), exchange.version());
            if (isArray(received.json())) {
                throw Refusal.of(LrsRequirement.PUT_ONE);
            }
            UUID own = statements.get(0).id().orElse(id);
            if (!own.equals(id)) {
                throw Refusal.of(
                        LrsRequirement.PUT_ID,
                        Finding.of(LrsRequirement.PUT_ID)
                                .with("id", own.toString())
                                .with("parameter", id.toString()));
            }
            store(exchange, received, statements, id);
        }
        return Answers.noContent();
    }

    private static boolean isArray(byte[] json) {
        for (byte b : json) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '[';
            }
        }
        return false;
    }

    private LrsResponse post(Exchange exchange) {
        exchange.permit(exchange.caller().mayWriteStatements(), Scope.STATEMENTS_WRITE, Scope.ALL);
        exchange.parameters().allow(Set.of());
        List<StatementEntry> stored;
        try (ReceivedStatements received = ReceivedStatements.read(exchange, limits)) {
            List<StatementIndex> statements = StatementIntake.index(received.json(), exchange.version());
            stored = store(exchange, received, statements, null);
        }
        byte[] ids = JsonWriter.compact(out -> {
            out.startArray();
            stored.forEach(entry -> out.value(entry.id().toString()));
            out.endArray();
        });
        return LrsResponse.of(200, Headers.builder().set("Content-Type", "application/json"), ids);
    }

    private List<StatementEntry> store(
            Exchange exchange, ReceivedStatements received, List<StatementIndex> statements, @Nullable UUID id) {
        received.check(statements);
        signatures.check(received, statements, id);
        StatementCompletion completion = intake.completion(exchange);
        List<StatementEntry> batch = new ArrayList<>(statements.size());
        for (StatementIndex index : statements) {
            batch.add(intake.entry(received.json(), index, id, completion, exchange, received));
        }
        AppendResult result = store.append(batch, received.attachments(), StatementIntake::same);
        if (result instanceof AppendResult.Conflict conflict) {
            throw Refusal.of(
                    LrsRequirement.STATEMENT_CONFLICT,
                    Finding.of(LrsRequirement.STATEMENT_CONFLICT)
                            .with(
                                    "ids",
                                    conflict.ids().stream().map(UUID::toString).toList()));
        }
        return batch;
    }

    private LrsResponse get(Exchange exchange) {
        Caller caller = exchange.caller();
        exchange.permit(
                caller.mayReadOwnStatements(),
                Scope.STATEMENTS_READ,
                Scope.STATEMENTS_READ_MINE,
                Scope.ALL_READ,
                Scope.ALL);
        Actor authority = caller.authority();
        UUID mine = caller.mayReadAllStatements() || authority == null ? null : StatementIntake.authorityKey(authority);
        Parameters parameters = exchange.parameters();
        parameters.allow(GET_PARAMETERS);
        if (parameters.has("more")) {
            parameters.allow(Set.of("more"));
            MoreToken token = MoreToken.parse(parameters.requiredText("more"), limits.statementsPerPage(), mine);
            return page(token.query(), token.format(), token.attachments(), exchange);
        }
        StatementFormat format = format(parameters);
        boolean attachments = parameters.flag("attachments");
        if (parameters.has("statementId") || parameters.has("voidedStatementId")) {
            return single(exchange, format, attachments, mine);
        }
        return page(query(parameters, mine), format, attachments, exchange);
    }

    private static StatementFormat format(Parameters parameters) {
        String text = parameters.text("format");
        if (text == null) {
            return StatementFormat.EXACT;
        }
        return StatementFormat.ofParameter(text)
                .orElseThrow(() -> Refusal.of(
                        LrsRequirement.PARAMETER_FORMAT,
                        Finding.of(LrsRequirement.PARAMETER_FORMAT)
                                .with("name", "format")
                                .with("value", text)));
    }

    private LrsResponse single(Exchange exchange, StatementFormat format, boolean attachments, @Nullable UUID mine) {
        Parameters parameters = exchange.parameters();
        UUID id = parameters.uuid("statementId");
        UUID voided = parameters.uuid("voidedStatementId");
        if (id != null && voided != null) {
            throw Refusal.of(LrsRequirement.BOTH_STATEMENT_IDS);
        }
        List<String> others = parameters.names().stream()
                .filter(name -> !BESIDE_ID.contains(name))
                .toList();
        if (!others.isEmpty()) {
            throw Refusal.of(
                    LrsRequirement.SINGLE_STATEMENT,
                    Finding.of(LrsRequirement.SINGLE_STATEMENT).with("names", others));
        }
        UUID wanted = id != null ? id : parameters.requiredUuid("voidedStatementId");
        StoredStatement statement = store.find(wanted, voided != null, mine)
                .orElseThrow(() -> Refusal.of(
                        LrsRequirement.STATEMENT_NOT_FOUND,
                        Finding.of(LrsRequirement.STATEMENT_NOT_FOUND).with("id", wanted.toString())));
        return answers.single(statement, format, attachments, exchange.headers());
    }

    private StatementQuery query(Parameters parameters, @Nullable UUID mine) {
        String verb = parameters.iri("verb");
        String activity = parameters.iri("activity");
        int limit = parameters.count("limit");
        return new StatementQuery(
                verb == null ? null : RecordKey.verb(verb),
                agent(parameters),
                parameters.flag("related_agents"),
                activity == null ? null : RecordKey.activity(activity),
                parameters.flag("related_activities"),
                parameters.uuid("registration"),
                parameters.time("since"),
                parameters.time("until"),
                mine,
                parameters.flag("ascending"),
                limit == 0 ? limits.statementsPerPage() : Math.min(limit, limits.statementsPerPage()),
                null);
    }

    private static @Nullable UUID agent(Parameters parameters) {
        Actor actor = parameters.actor("agent");
        if (actor == null) {
            return null;
        }
        InverseFunctionalIdentifier identifier =
                actor instanceof Agent agent ? agent.identifier() : ((Group) actor).identifier();
        if (identifier == null) {
            throw Refusal.of(
                    LrsRequirement.PARAMETER_IDENTIFIED,
                    Finding.of(LrsRequirement.PARAMETER_IDENTIFIED).with("name", "agent"));
        }
        return RecordKey.agent(identifier.key());
    }

    private LrsResponse page(StatementQuery query, StatementFormat format, boolean attachments, Exchange exchange) {
        StatementPage page = store.query(query);
        String more = page.next() == null
                ? null
                : moreAddress + new MoreToken(query.from(page.next()), format, attachments).text();
        return answers.result(page.statements(), more, format, attachments, exchange.headers());
    }
}
