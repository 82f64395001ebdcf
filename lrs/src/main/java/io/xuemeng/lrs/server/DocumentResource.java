package io.xuemeng.lrs.server;

import io.xuemeng.core.json.JsonWriter;
import io.xuemeng.core.json.RawJson;
import io.xuemeng.core.requirement.Argument;
import io.xuemeng.core.requirement.Finding;
import io.xuemeng.lrs.statement.XapiVersion;
import io.xuemeng.lrs.store.Document;
import io.xuemeng.lrs.store.DocumentList;
import io.xuemeng.lrs.store.DocumentScope;
import io.xuemeng.lrs.store.DocumentStore;
import io.xuemeng.lrs.store.RecordKey;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * States and profiles (Communication 2.2, 2.3, 2.6, 2.7, 3.1; IEEE 9274.1.1-2023, 4.1.4, 4.1.6.2, 4.1.6.5, 4.1.6.6). What a request
 * finds and what it changes is one step in the store, so two that change a document at once never lose a change.
 */
final class DocumentResource implements Resource {

    private static final String JSON = "application/json";

    private final DocumentStore documents;
    private final DocumentScope.Kind kind;
    private final EngineLimits limits;
    private final Clock clock;
    private final String idParameter;
    private final Scope scope;
    private final Set<String> scopeParameters;

    DocumentResource(DocumentStore documents, DocumentScope.Kind kind, EngineLimits limits, Clock clock) {
        this.documents = documents;
        this.kind = kind;
        this.limits = limits;
        this.clock = clock;
        this.idParameter = kind == DocumentScope.Kind.STATE ? "stateId" : "profileId";
        this.scope = kind == DocumentScope.Kind.STATE ? Scope.STATE : Scope.PROFILE;
        this.scopeParameters = switch (kind) {
            case STATE -> Set.of("activityId", "agent", "registration", idParameter);
            case AGENT_PROFILE -> Set.of("agent", idParameter);
            case ACTIVITY_PROFILE -> Set.of("activityId", idParameter);
        };
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "HEAD", "PUT", "POST", "DELETE");
    }

    @Override
    public LrsResponse answer(Exchange exchange) {
        boolean reads = exchange.reads();
        Caller caller = exchange.caller();
        exchange.permit(reads ? caller.mayRead(scope) : caller.mayWrite(scope), scope, Scope.ALL);
        Set<String> allowed = new HashSet<>(scopeParameters);
        if (reads) {
            allowed.add("since");
        }
        Parameters parameters = exchange.parameters();
        parameters.allow(allowed);
        DocumentScope documentScope = scope(parameters);
        String id = parameters.text(idParameter);
        return switch (exchange.method()) {
            case "PUT" -> put(exchange, documentScope, parameters.requiredText(idParameter));
            case "POST" -> post(exchange, documentScope, parameters.requiredText(idParameter));
            case "DELETE" -> delete(exchange, documentScope, id);
            default -> id == null ? list(exchange, documentScope) : get(exchange, documentScope, id);
        };
    }

    private DocumentScope scope(Parameters parameters) {
        boolean hasActivity = kind != DocumentScope.Kind.AGENT_PROFILE;
        boolean hasAgent = kind != DocumentScope.Kind.ACTIVITY_PROFILE;
        return new DocumentScope(
                kind,
                hasActivity ? RecordKey.activity(parameters.requiredIri("activityId")) : null,
                hasAgent
                        ? RecordKey.agent(
                                parameters.requiredAgent("agent").identifier().key())
                        : null,
                kind == DocumentScope.Kind.STATE ? parameters.uuid("registration") : null);
    }

    private LrsResponse get(Exchange exchange, DocumentScope documentScope, String id) {
        if (exchange.parameters().time("since") != null && exchange.version() == XapiVersion.V2_0) {
            throw Refusal.of(
                    LrsRequirement.SINGLE_DOCUMENT,
                    Finding.of(LrsRequirement.SINGLE_DOCUMENT).with("name", idParameter));
        }
        Document document =
                documents.find(documentScope, id).orElseThrow(() -> Refusal.of(LrsRequirement.DOCUMENT_NOT_FOUND));
        Headers.Builder headers = Headers.builder()
                .set("ETag", Answers.quoted(document.etag()))
                .set("Last-Modified", Answers.httpDate(document.updated()));
        if (Precondition.of(exchange.headers()).isNotModified(document.etag())) {
            return LrsResponse.of(304, headers);
        }
        return LrsResponse.of(200, headers.set("Content-Type", document.contentType()), document.content());
    }

    private LrsResponse list(Exchange exchange, DocumentScope documentScope) {
        DocumentList list = documents.list(documentScope, exchange.parameters().time("since"));
        LrsResponse response = Answers.json(ids(list));
        return list.updated() == null
                ? response
                : response.with(response.headers().toBuilder().set("Last-Modified", Answers.httpDate(list.updated())));
    }

    private static byte[] ids(DocumentList list) {
        return JsonWriter.compact(out -> {
            out.startArray();
            list.ids().forEach(out::value);
            out.endArray();
        });
    }

    private LrsResponse put(Exchange exchange, DocumentScope documentScope, String id) {
        Precondition precondition = Precondition.of(exchange.headers());
        Document document = received(exchange);
        change(documentScope, id, precondition, stored -> {
            if (precondition.isAbsent()) {
                permitUnconditional(stored != null, exchange.version());
            }
            return document;
        });
        return Answers.noContent();
    }

    /**
     * What is there is overwritten by nobody who may not know it. In xAPI 1.0.3 states are exempt, for conflicts about them are
     * unlikely, and profiles that are not there need a condition too (Communication 3.1.s3).
     */
    private void permitUnconditional(boolean present, XapiVersion version) {
        boolean state = kind == DocumentScope.Kind.STATE;
        if (present && !(state && version == XapiVersion.V1_0)) {
            throw Refusal.of(LrsRequirement.UNCONDITIONAL_PUT);
        }
        if (!present && !state && version == XapiVersion.V1_0) {
            throw Refusal.of(LrsRequirement.PROFILE_CONDITION);
        }
    }

    private LrsResponse post(Exchange exchange, DocumentScope documentScope, String id) {
        Precondition precondition = Precondition.of(exchange.headers());
        Document posted = received(exchange);
        change(documentScope, id, precondition, stored -> stored == null ? posted : merged(stored, posted));
        return Answers.noContent();
    }

    private Document merged(Document stored, Document posted) {
        if (!isJson(posted.contentType())) {
            throw unmergeable("the posted document is not application/json", "所发送的文档不是 application/json");
        }
        if (!isJson(stored.contentType())) {
            throw unmergeable("the stored document is not application/json", "已存储的文档不是 application/json");
        }
        Map<String, RawJson> received = DocumentMerge.members(posted.content())
                .orElseThrow(() -> unmergeable("the posted document is not a JSON object", "所发送的文档不是 JSON 对象"));
        Map<String, RawJson> present = DocumentMerge.members(stored.content())
                .orElseThrow(() -> unmergeable("the stored document is not a JSON object", "已存储的文档不是 JSON 对象"));
        byte[] merged = DocumentMerge.merge(present, received);
        if (merged.length > limits.documentBytes()) {
            throw BodyPart.DOCUMENT.tooLarge(limits.documentBytes());
        }
        return new Document(merged, posted.contentType(), Answers.sha1(merged), posted.updated());
    }

    private static Refusal unmergeable(String english, String chinese) {
        return Refusal.of(
                LrsRequirement.MERGE,
                Finding.of(LrsRequirement.MERGE).with("problem", new Argument.Term(english, chinese)));
    }

    /** Changes a document as soon as nobody else changes it at the same moment. */
    private void change(
            DocumentScope documentScope,
            String id,
            Precondition precondition,
            UnaryOperator<@Nullable Document> change) {
        while (true) {
            Document stored = documents.find(documentScope, id).orElse(null);
            precondition.check(stored == null ? null : stored.etag());
            Document next = change.apply(stored);
            if (next == null || documents.replace(documentScope, id, stored == null ? null : stored.etag(), next)) {
                return;
            }
        }
    }

    private LrsResponse delete(Exchange exchange, DocumentScope documentScope, @Nullable String id) {
        Precondition precondition = Precondition.of(exchange.headers());
        if (id == null) {
            if (kind != DocumentScope.Kind.STATE) {
                exchange.parameters().requiredText(idParameter);
            }
            // The condition is about what the same address returns, which is the list.
            precondition.check(Answers.sha1(ids(documents.list(documentScope, null))));
            documents.deleteAll(documentScope);
            return Answers.noContent();
        }
        while (true) {
            Document stored = documents.find(documentScope, id).orElse(null);
            precondition.check(stored == null ? null : stored.etag());
            if (stored == null || documents.delete(documentScope, id, stored.etag())) {
                return Answers.noContent();
            }
        }
    }

    private Document received(Exchange exchange) {
        byte[] content = exchange.body(BodyPart.DOCUMENT, limits.documentBytes());
        String type = exchange.headers().first("Content-Type").orElse("application/octet-stream");
        if (isJson(type) && !DocumentMerge.isJson(content)) {
            throw Refusal.of(LrsRequirement.DOCUMENT_JSON);
        }
        return new Document(content, type, Answers.sha1(content), clock.instant());
    }

    private static boolean isJson(String contentType) {
        return Exchange.mediaType(contentType).equals(JSON);
    }
}
