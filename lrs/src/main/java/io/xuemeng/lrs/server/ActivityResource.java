package io.xuemeng.lrs.server;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.lrs.store.RecordKey;
import io.xuemeng.lrs.store.StatementStore;
import java.util.List;
import java.util.Set;

/** Activities, with all that statements said about them (Communication 2.5; IEEE 9274.1.1-2023, 4.1.6.4). */
final class ActivityResource implements Resource {

    private static final Set<String> PARAMETERS = Set.of("activityId");

    private final StatementStore statements;

    ActivityResource(StatementStore statements) {
        this.statements = statements;
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD");
    }

    @Override
    public LrsResponse answer(Exchange exchange) {
        exchange.permit(exchange.caller().mayLookUp(), Scope.ALL_READ, Scope.ALL);
        exchange.parameters().allow(PARAMETERS);
        String id = exchange.parameters().requiredIri("activityId");
        RawJson definition = statements.definition(RecordKey.activity(id)).orElse(null);
        return Answers.json(JsonWriter.compact(out -> out.startObject()
                .member("objectType", "Activity")
                .member("id", id)
                .member("definition", definition)
                .endObject()));
    }
}
