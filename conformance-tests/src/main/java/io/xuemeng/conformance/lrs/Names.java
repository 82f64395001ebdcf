package io.xuemeng.conformance.lrs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.xuemeng.conformance.role.Workspace;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Names for verbs, activities and agents that no other test and no other run uses, so that a test meets only its own records in an LRS
 * that holds others. Immutable.
 */
final class Names {

    private static final String ROOT = "https://kit.example/";

    private record Key() {}

    private final String space;

    private Names(String space) {
        this.space = space;
    }

    static Names fresh(Workspace workspace) {
        int number = workspace.once(new Key(), AtomicInteger::new).incrementAndGet();
        return new Names(workspace.run() + '/' + number);
    }

    String verb(String name) {
        return ROOT + space + "/verbs/" + name;
    }

    String activity(String name) {
        return ROOT + space + "/activities/" + name;
    }

    /** An id that is the same whenever it is asked for by the same name. */
    String id(String name) {
        return UUID.nameUUIDFromBytes((space + '/' + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** An agent with an account. */
    ObjectNode agent(String name) {
        ObjectNode agent = JsonNodeFactory.instance.objectNode().put("objectType", "Agent");
        agent.putObject("account").put("homePage", ROOT + space).put("name", name);
        return agent;
    }

    /** A statement with an id: its name, by which {@link #id(String)} gives the id, is also that of its verb, activity and agent. */
    ObjectNode statement(String name) {
        return statement(name, name, name, name);
    }

    ObjectNode statement(String name, String agent, String verb, String activity) {
        ObjectNode statement = JsonNodeFactory.instance.objectNode().put("id", id(name));
        statement.set("actor", agent(agent));
        statement
                .putObject("verb")
                .put("id", verb(verb))
                .putObject("display")
                .put("zh-CN", "学习")
                .put("en", "studied");
        statement.putObject("object").put("objectType", "Activity").put("id", activity(activity));
        return statement;
    }
}
