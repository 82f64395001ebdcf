package io.xuemeng.conformance.hub;

import io.xuemeng.conformance.http.HttpAnswer;
import io.xuemeng.conformance.http.HttpQuestion;
import io.xuemeng.conformance.http.HttpTarget;
import io.xuemeng.conformance.role.NoAnswerException;
import io.xuemeng.core.net.FetchPolicy;
import io.xuemeng.core.net.Fetched;
import io.xuemeng.core.net.HttpFetcher;
import java.io.IOException;
import java.net.URI;

/** A hub at its address. Only origins that the target file names are asked for what is the hub's; for what others publish, public ones too. */
final class HubOverHttp implements HubPlatform {

    private static final String STATEMENT = "application/entity-statement+jwt";

    private final HubTerms terms;
    private final HttpTarget target;
    private final FetchPolicy policy;
    private final HttpFetcher fetcher;

    HubOverHttp(HubTerms terms, HttpTarget target, FetchPolicy policy) {
        this.terms = terms;
        this.target = target;
        this.policy = policy;
        this.fetcher = HttpFetcher.under(policy);
    }

    @Override
    public HubTerms terms() {
        return terms;
    }

    @Override
    public HttpAnswer ask(URI address, HttpQuestion question) {
        if (!policy.isAllowedOrigin(address)) {
            throw NoAnswerException.of("hub.origin", address);
        }
        return target.at(address).ask(question);
    }

    @Override
    public Fetched fetch(URI address) throws IOException {
        return fetcher.fetch(address, STATEMENT);
    }

    @Override
    public String replay(URI address, HttpQuestion question) {
        return target.at(address).replay(question);
    }
}
