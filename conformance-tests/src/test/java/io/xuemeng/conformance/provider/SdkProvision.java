package io.xuemeng.conformance.provider;

import io.xuemeng.lrs.client.Credentials;
import io.xuemeng.lrs.client.LrsClient;
import io.xuemeng.lrs.client.LrsException;
import io.xuemeng.lrs.statement.Activity;
import io.xuemeng.lrs.statement.Agent;
import io.xuemeng.lrs.statement.LanguageMap;
import io.xuemeng.lrs.statement.Result;
import io.xuemeng.lrs.statement.Score;
import io.xuemeng.lrs.statement.Statement;
import io.xuemeng.lrs.statement.Verb;
import io.xuemeng.lrs.statement.XapiVersion;
import java.util.Map;

/** This project's own client, as a platform that is tested. */
public final class SdkProvision implements RecordProvision {

    @Override
    public Delivery send(RecordOrder order) {
        XapiVersion version = XapiVersion.ofHeader(order.version()).orElseThrow();
        LrsClient client = LrsClient.builder(order.endpoint(), Credentials.basic(order.name(), order.password()))
                .version(version)
                .allowPlainHttp()
                .build();
        try {
            client.store(order.records().stream().map(SdkProvision::statement).toList());
            return Delivery.done();
        } catch (LrsException e) {
            return Delivery.failed(e.getMessage());
        }
    }

    private static Statement statement(LearnerRecord record) {
        Statement.Builder statement = Statement.builder()
                .actor(Agent.account(record.homePage(), record.account()))
                .verb(new Verb(record.verb(), null))
                .object(
                        record.title().isEmpty()
                                ? Activity.of(record.activity())
                                : Activity.of(record.activity(), title(record.title())))
                .timestamp(record.time());
        if (record.scaled() != null || record.duration() != null) {
            Result.Builder result = Result.builder();
            if (record.scaled() != null) {
                result.score(new Score(record.scaled(), null, null, null));
            }
            if (record.duration() != null) {
                result.duration(record.duration());
            }
            statement.result(result);
        }
        return statement.build();
    }

    private static LanguageMap title(Map<String, String> title) {
        return new LanguageMap(title);
    }
}
