package io.xuemeng.examples.platform.relyingparty;

import io.javalin.http.Context;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.examples.platform.federation.Entity;
import io.xuemeng.examples.platform.web.Browsers;
import io.xuemeng.examples.platform.web.Pages;
import io.xuemeng.examples.platform.web.Parameters;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.StatementWriter;
import io.xuemeng.lrs.statement.Verbs;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a visitor does here is recorded at home: the record goes to the record store of the platform that signed the person in, with the
 * access token that it gave for this. So a pupil has one record, wherever the pupil learns.
 */
final class Lesson {

    static final String PATH = "/visit/lesson";

    private static final Logger LOG = LoggerFactory.getLogger(Lesson.class);

    private final Entity entity;
    private final Visits visits;
    private final Browsers browsers;
    private final Pages pages;
    private final Clock clock;

    Lesson(RelyingParty.Parts parts, Visits visits) {
        this.entity = parts.entity();
        this.visits = visits;
        this.browsers = parts.browsers();
        this.pages = parts.pages();
        this.clock = parts.clock();
    }

    void complete(Context context) {
        if (!browsers.isOwnForm(context)) {
            pages.say(context, 403, "wrongForm");
            return;
        }
        Visit visit = visits.of(context).orElse(null);
        @Nullable URI store = visit == null ? null : visit.recordsAddress();
        if (visit == null || store == null) {
            pages.say(context, 400, "notRecorded");
            return;
        }
        int status = send(visit, store);
        if (status == 401) {
            // The token is over. Home gives another one, without a password while the person is signed in there.
            Pages.redirect(
                    context, Parameters.append(entity.address(FederatedSignIn.START), Map.of("iss", visit.issuer())));
        } else if (status == 200) {
            pages.say(context, 200, "recorded");
        } else {
            pages.say(context, 502, "notRecorded");
        }
    }

    /** The status of the answer; 0 when there is none. */
    private int send(Visit visit, URI store) {
        Statement statement = Statement.builder()
                .actor(Agent.account(visit.issuer(), visit.subject()))
                .verb(Verbs.COMPLETED)
                .object(Activity.of(entity.address("/lesson/fractions"), LanguageMap.zh("分数的初步认识")))
                .timestamp(clock.instant())
                .build();
        try {
            Fetched answer = entity.fetcher()
                    .post(
                            URI.create(store + "/statements"),
                            Map.of(
                                    "Authorization",
                                    "Bearer " + visit.accessToken(),
                                    "Content-Type",
                                    "application/json",
                                    "X-Experience-API-Version",
                                    "2.0.0"),
                            StatementWriter.write(statement));
            LOG.atInfo()
                    .addKeyValue("issuer", visit.issuer())
                    .addKeyValue("status", answer.status())
                    .log("a record was sent home");
            return answer.status();
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("issuer", visit.issuer()).log("a record could not be sent home", e);
            return 0;
        }
    }
}
