package org.fitmesh.peers;

import static org.hibernate.jpa.HibernateHints.HINT_READ_ONLY;

import jakarta.persistence.QueryHint;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads are one statement each and need no transaction around them. */
@Transactional(propagation = Propagation.SUPPORTS)
public interface Sessions extends JpaRepository<Session, UUID> {
    @QueryHints(@QueryHint(name = HINT_READ_ONLY, value = "true"))
    List<Session> findByUserIdOrderByDateCompletedDesc(String userId, Limit limit);

    @QueryHints(@QueryHint(name = HINT_READ_ONLY, value = "true"))
    List<Session> findByIdGreaterThanEqualOrderById(UUID id, Limit limit);

    @QueryHints(@QueryHint(name = HINT_READ_ONLY, value = "true"))
    @Query(
            nativeQuery = true,
            value =
                    """
                    select s.* from unnest(cast(:users as text[])) u(id) cross join lateral (
                      select * from sessions where user_id = u.id order by date_completed desc limit 3
                    ) s
                    """)
    List<Session> lastOf(String[] users);

    @Query(
            "select new org.fitmesh.peers.SessionsAggregate(count(s), max(s.dateCompleted))"
                    + " from Session s where s.slug = :slug")
    SessionsAggregate aggregate(String slug);

    @Override
    @Transactional
    <S extends Session> S save(S session);
}
