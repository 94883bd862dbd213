package org.fitmesh.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fitmesh.naming.NamingConvention.GRAPHQL_DEFAULT;
import static org.fitmesh.naming.NamingConvention.HASURA_DEFAULT;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as Hasura spells them. */
class NamingConventionTest {

    @ParameterizedTest
    @CsvSource({
        "author_id, authorId, AuthorId",
        "id, id, Id",
        "Author_ID, authorID, AuthorID",
        "_is_null, _isNull, _isNull",
        "_, _, _",
        "a__b_, aB, AB",
        "order_2_go, order2Go, Order2Go",
    })
    void wordsBetweenUnderscores(String name, String field, String type) {
        assertThat(GRAPHQL_DEFAULT.field(name)).isEqualTo(field);
        assertThat(GRAPHQL_DEFAULT.type(name)).isEqualTo(type);
        assertThat(HASURA_DEFAULT.field(name)).isEqualTo(name);
        assertThat(HASURA_DEFAULT.type(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "author_Details, author_Details, author_DetailsByPk, insertAuthor_Details",
        "Author, Author, AuthorByPk, insertAuthor",
    })
    void aChosenNameStandsAsItIsUnlessSomethingComesBefore(
            String name, String alone, String first, String second) {
        Words chosen = Words.custom(name);
        assertThat(GRAPHQL_DEFAULT.type(chosen)).isEqualTo(alone);
        assertThat(GRAPHQL_DEFAULT.field(chosen)).isEqualTo(alone);
        assertThat(GRAPHQL_DEFAULT.field(chosen.then("by_pk"))).isEqualTo(first);
        assertThat(GRAPHQL_DEFAULT.field(Words.of("insert").then(chosen))).isEqualTo(second);
        assertThat(HASURA_DEFAULT.field(chosen.then("by_pk"))).isEqualTo(name + "_by_pk");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', authorByPk, authorByPk",
        "my, '', authorByPk, myAuthorByPk",
        "My_, '', authorByPk, My_AuthorByPk",
        "'', query, authorByPk, authorByPkQuery",
        "test, query, authorByPk, testAuthorByPkQuery",
    })
    void whatStandsBeforeANameMakesItsFirstLetterACapital(
            String prefix, String suffix, String name, String spelled) {
        assertThat(GRAPHQL_DEFAULT.between(prefix, name, suffix)).isEqualTo(spelled);
        assertThat(HASURA_DEFAULT.between(prefix, name, suffix)).isEqualTo(prefix + name + suffix);
    }

    @ParameterizedTest
    @CsvSource({"Sunday, SUNDAY", "asc_nulls_first, ASC_NULLS_FIRST"})
    void valuesOfEnumsAreCapitals(String value, String spelled) {
        assertThat(GRAPHQL_DEFAULT.enumValue(value)).isEqualTo(spelled);
        assertThat(HASURA_DEFAULT.enumValue(value)).isEqualTo(value);
    }
}
