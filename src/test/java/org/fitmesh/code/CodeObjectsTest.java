package org.fitmesh.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fitmesh.code.sample.Library;
import org.fitmesh.code.sample.Members;
import org.fitmesh.fit.User;
import org.junit.jupiter.api.Test;

class CodeObjectsTest {
    private static final Sample SAMPLE = Sample.of(Library.class, Members.class);

    @Test
    void objectsWithFieldsOfMethods() {
        Library.BATCHES.set(0);

        assertThat(SAMPLE.ask("{authors {name shelf two: shelf(times: 2) greeting(by: \"x\")}}"))
                .isEqualTo(
                        "{\"authors\":[{\"name\":\"a\",\"shelf\":1,\"two\":2,\"greeting\":\"x a\"},"
                                + "{\"name\":\"b\",\"shelf\":1,\"two\":2,\"greeting\":\"x b\"}]}");
        assertThat(Library.BATCHES).as("one call for all").hasValue(1);
    }

    @Test
    void aBatchIsCalledOncePerArguments() {
        Library.BATCHES.set(0);

        assertThat(SAMPLE.ask("{authors {x: greeting(by: \"x\") y: greeting(by: \"y\")}}"))
                .isEqualTo(
                        "{\"authors\":[{\"x\":\"x a\",\"y\":\"y a\"},{\"x\":\"x b\",\"y\":\"y b\"}]}");
        assertThat(Library.BATCHES).hasValue(2);
    }

    @Test
    void unionsInterfacesAndEnums() {
        assertThat(
                        SAMPLE.ask(
                                "{search {__typename ... on Book {title pages} ... on Film {title}}"
                                        + " shape(round: false) {__typename area ... on Square {side}}"
                                        + " hello(level: HARD)}"))
                .isEqualTo(
                        "{\"search\":[{\"__typename\":\"Book\",\"title\":\"a\",\"pages\":10},"
                                + "{\"__typename\":\"Film\",\"title\":\"b\"}],"
                                + "\"shape\":{\"__typename\":\"Square\",\"area\":4.0,\"side\":2.0},"
                                + "\"hello\":\"hello world!\"}");
    }

    @Test
    void mutationsAndFutures() {
        assertThat(SAMPLE.ask("mutation {level(level: HARD) forget}"))
                .isEqualTo("{\"level\":true,\"forget\":null}");
        assertThat(SAMPLE.ask("{later {name} soon}"))
                .isEqualTo("{\"later\":[{\"name\":\"c\"}],\"soon\":\"soon\"}");
    }

    @Test
    void entitiesAreTheirKeys() {
        String all =
                "{member(id: \"a\") perhaps(there: true) not: perhaps(there: false)"
                        + " members memberArray page {rows total} summary(id: \"b\") {user sessions text}}";

        assertThat(SAMPLE.source().run(all, Sample.json("{}"), List.of()).toString())
                .isEqualTo(
                        ("{\"member\":@a,\"perhaps\":@x,\"not\":null,\"members\":[@a,@b],"
                                        + "\"memberArray\":[@a],\"page\":{\"rows\":[@a],\"total\":1},"
                                        + "\"summary\":{\"user\":@b,\"sessions\":[],\"text\":\"of b\"}}")
                                .replaceAll(
                                        "@(\\w)",
                                        "{\"type\":\"org.fitmesh.fit.User\",\"key\":[\"$1\"]}"));
        POJONode member =
                (POJONode)
                        SAMPLE.source()
                                .run("{member(id: \"a\")}", Sample.json("{}"), List.of())
                                .get("member");
        assertThat(member.getPojo()).isEqualTo(reference("a"));
    }

    @Test
    void methodsAddFieldsToEntities() {
        Library.BATCHES.set(0);
        String root = SAMPLE.model().entities().get(User.class.getName()).sourceRoot();
        SourceAnswer answer =
                SourceAnswer.of(
                        List.of(
                                reference("a"),
                                reference("gone"),
                                reference("bob"),
                                reference("a")),
                        keys -> {
                            assertThat(keys).containsExactly(key("a"), key("gone"), key("bob"));
                            Map<List<String>, Object> found = new LinkedHashMap<>();
                            found.put(key("bob"), new User("bob"));
                            found.put(key("a"), new User("a"));
                            return found;
                        });

        ArrayNode rows =
                answer.run(
                        users ->
                                SAMPLE.source()
                                        .run(
                                                "query($w: String!) {r: "
                                                        + root
                                                        + " {greeting(word: $w) score friend}}",
                                                Sample.json("{\"w\": \"hi\"}"),
                                                users));

        String friend = "{\"type\":\"org.fitmesh.fit.User\",\"key\":[\"%s's friend\"]}";
        assertThat(rows.toString())
                .isEqualTo(
                        "[{\"greeting\":\"hi a\",\"score\":1,\"friend\":@a},null,"
                                        .replace("@a", friend.formatted("a"))
                                + "{\"greeting\":\"hi bob\",\"score\":3,\"friend\":@b},"
                                        .replace("@b", friend.formatted("bob"))
                                + "{\"greeting\":\"hi a\",\"score\":1,\"friend\":@a}]"
                                        .replace("@a", friend.formatted("a")));
        assertThat(Library.BATCHES).as("one call for all").hasValue(1);
    }

    private static EntityReference reference(String id) {
        return new EntityReference(User.class.getName(), key(id));
    }

    private static List<String> key(String id) {
        return List.of(id);
    }
}
