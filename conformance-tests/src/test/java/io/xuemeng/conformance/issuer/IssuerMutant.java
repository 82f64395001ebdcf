package io.xuemeng.conformance.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An issuer that is wrong in one way. Made by one of its methods; not changed afterwards. */
final class IssuerMutant {

    /** A signed text before it is signed. */
    static final class Draft {

        final ObjectNode header = Json.MAPPER.createObjectNode();
        final ObjectNode claims = Json.MAPPER.createObjectNode();
        UnaryOperator<String> headerText = text -> text;
        UnaryOperator<String> payloadText = text -> text;
        byte @Nullable [] payload;
        UnaryOperator<String> compact = text -> text;
        boolean forged;
    }

    final String name;

    @Nullable
    Habit habit;

    @Nullable
    Freedom freedom;

    Consumer<ObjectNode> metadata = document -> {};
    UnaryOperator<String> keys = text -> text;
    UnaryOperator<String> sm2Keys = text -> text;
    Consumer<Draft> idToken = draft -> {};
    Consumer<Draft> accessToken = draft -> {};
    Consumer<Draft> statement = draft -> {};
    Consumer<Draft> logoutToken = draft -> {};
    int documentStatus = 200;
    String statementType = "application/entity-statement+jwt";

    private IssuerMutant(String name) {
        this.name = name;
    }

    static IssuerMutant right() {
        return new IssuerMutant("-");
    }

    static IssuerMutant with(Habit habit) {
        IssuerMutant mutant = new IssuerMutant(habit.label());
        mutant.habit = habit;
        return mutant;
    }

    /** One that is right, and does what not each does. */
    static IssuerMutant right(Freedom freedom) {
        IssuerMutant mutant = right();
        mutant.freedom = freedom;
        return mutant;
    }

    static IssuerMutant metadata(String name, Consumer<ObjectNode> edit) {
        IssuerMutant mutant = new IssuerMutant(name);
        mutant.metadata = edit;
        return mutant;
    }

    static IssuerMutant keys(String name, UnaryOperator<String> edit) {
        IssuerMutant mutant = new IssuerMutant(name);
        mutant.keys = edit;
        return mutant;
    }

    static IssuerMutant sm2Keys(String name, UnaryOperator<String> edit) {
        IssuerMutant mutant = new IssuerMutant(name);
        mutant.sm2Keys = edit;
        return mutant;
    }

    static IssuerMutant idToken(String name, Consumer<Draft> edit) {
        IssuerMutant mutant = new IssuerMutant(name);
        mutant.idToken = edit;
        return mutant;
    }

    static IssuerMutant accessToken(String name, Consumer<Draft> edit) {
        IssuerMutant mutant = new IssuerMutant(name);
        mutant.accessToken = edit;
        return mutant;
    }

    static IssuerMutant statement(String name, Consumer<Draft> edit) {
        IssuerMutant mutant = new IssuerMutant(name);
        mutant.statement = edit;
        return mutant;
    }

    static IssuerMutant logoutToken(String name, Consumer<Draft> edit) {
        IssuerMutant mutant = new IssuerMutant(name);
        mutant.logoutToken = edit;
        return mutant;
    }

    boolean has(Habit one) {
        return habit == one;
    }

    boolean has(Freedom one) {
        return freedom == one;
    }
}
