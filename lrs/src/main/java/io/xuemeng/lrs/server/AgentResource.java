package io.xuemeng.lrs.server;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.lrs.statement.Account;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.InverseFunctionalIdentifier;
import io.xuemeng.lrs.statement.Mbox;
import io.xuemeng.lrs.statement.MboxSha1sum;
import io.xuemeng.lrs.statement.OpenId;
import java.util.List;
import java.util.Set;

/**
 * Persons (Communication 2.4; IEEE 9274.1.1-2023, 4.1.6.3). This LRS does not put together what it may know of somebody under
 * several identifiers, so a person is the agent that was asked for.
 */
final class AgentResource implements Resource {

    private static final Set<String> PARAMETERS = Set.of("agent");

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD");
    }

    @Override
    public LrsResponse answer(Exchange exchange) {
        exchange.permit(exchange.caller().mayLookUp(), Scope.ALL_READ, Scope.ALL);
        exchange.parameters().allow(PARAMETERS);
        Agent agent = exchange.parameters().requiredAgent("agent");
        return Answers.json(JsonWriter.compact(out -> {
            out.startObject().member("objectType", "Person");
            if (agent.name() != null) {
                out.name("name").startArray().value(agent.name()).endArray();
            }
            InverseFunctionalIdentifier identifier = agent.identifier();
            out.name(identifier.property()).startArray();
            if (identifier instanceof Account account) {
                out.startObject()
                        .member("homePage", account.homePage())
                        .member("name", account.name())
                        .endObject();
            } else {
                out.value(text(identifier));
            }
            out.endArray().endObject();
        }));
    }

    private static String text(InverseFunctionalIdentifier identifier) {
        if (identifier instanceof Mbox mbox) {
            return mbox.address();
        }
        if (identifier instanceof MboxSha1sum sha1) {
            return sha1.hash();
        }
        return ((OpenId) identifier).uri();
    }
}
