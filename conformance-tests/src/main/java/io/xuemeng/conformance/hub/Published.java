package io.xuemeng.conformance.hub;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.conformance.role.Questions;
import io.xuemeng.conformance.role.Workspace;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A statement that a hub published in a run, and how it was asked for.
 *
 * @param address where
 * @param question what was asked
 * @param answer what came
 */
record Published(URI address, HttpQuestion question, HttpAnswer answer) {

    private static final int OK = 200;
    private static final int MOST = 20;

    private record Key() {}

    /** The statement. */
    String compact() {
        return answer.text().strip();
    }

    /** What the hub says of itself, of the declared member, and of the first of those it lists. What is not given is not among them. */
    static List<Published> of(HubPlatform hub, Workspace workspace) {
        return workspace.once(new Key(), () -> collect(hub, Federation.of(hub, workspace)));
    }

    private static List<Published> collect(HubPlatform hub, Federation federation) {
        List<Published> all = new ArrayList<>();
        Published own = get(hub, federation.configurationAddress(), HttpQuestion.of("GET", ""));
        if (own.answer.status() != OK) {
            throw NoAnswerException.of("hub.noConfiguration", own.answer.status());
        }
        all.add(own);
        if (!federation.stated(Federation.FETCH).isTextual()) {
            return all;
        }
        Set<String> members = new LinkedHashSet<>();
        members.add(hub.terms().member());
        if (federation.stated(Federation.LIST).isTextual()) {
            Published list = get(hub, federation.endpoint(Federation.LIST), HttpQuestion.of("GET", ""));
            members.addAll(Payload.texts(Payload.json(list.answer.text())));
        }
        for (String member : members.stream().limit(MOST).toList()) {
            HttpQuestion question = HttpQuestion.of("GET", "").parameter("sub", member);
            Published statement = get(hub, federation.endpoint(Federation.FETCH), question);
            if (statement.answer.status() == OK) {
                all.add(statement);
            }
        }
        return all;
    }

    private static Published get(HubPlatform hub, URI where, HttpQuestion question) {
        URI place = Federation.withoutQuery(where);
        HttpQuestion full = Federation.withQueryOf(where, question);
        return new Published(place, full, Questions.ask(() -> hub.ask(place, full)));
    }
}
